package io.deskgraph.standalone.compose;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service can be told, read from its sources.
 *
 * @param defaults what is set without any environment
 * @param known every key that something reads
 * @param required keys without a default
 */
public record Configuration(Map<String, String> defaults, Set<String> known, Set<String> required) {

    private static final String KIT = "service-kit";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z.-]+)(:[^}]*)?}");
    private static final Pattern PROPERTY = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"([^\"]+)\"(,\\s*defaultValue = \"[^\"]*\")?\\s*\\)\\s*(Optional<)?");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final String MEMBER =
            "(?m)(@WithDefault\\(\"[^\"]*\"\\)\\s+)?^ {%d}(Optional<)?([\\w<>.]+) (\\w+)\\(\\);";
    private static final Pattern MEMBERS = Pattern.compile(MEMBER.formatted(4));
    private static final Pattern INNER_MEMBERS = Pattern.compile(MEMBER.formatted(8));
    private static final Pattern INNER = Pattern.compile("(?ms)^ {4}interface (\\w+) \\{(.*?)^ {4}}");

    public static Configuration of(String module) {
        Map<String, String> defaults = new TreeMap<>();
        load(defaults, KIT + "/src/main/resources/META-INF/microprofile-config.properties");
        load(defaults, module + "/src/main/resources/application.properties");
        Set<String> known = new TreeSet<>(defaults.keySet());
        Set<String> required = new TreeSet<>();
        defaults.values().forEach(value -> references(value, known, required));
        Stream.of(KIT, module)
                .flatMap(name -> Repository.javaSources(name).stream())
                .forEach(source -> {
                    properties(source, known, required);
                    mappings(source, known, required);
                });
        required.removeAll(defaults.keySet());
        return new Configuration(defaults, known, required);
    }

    private static void load(Map<String, String> into, String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Repository.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.stringPropertyNames().forEach(name -> into.put(name, properties.getProperty(name)));
    }

    private static void references(String value, Set<String> known, Set<String> required) {
        REFERENCE.matcher(value).results().forEach(found -> add(found, 1, found.group(2) != null, known, required));
    }

    private static void properties(String source, Set<String> known, Set<String> required) {
        PROPERTY.matcher(source).results().forEach(found -> {
            boolean optional = found.group(2) != null || found.group(3) != null;
            add(found, 1, optional, known, required);
        });
    }

    private static void add(MatchResult found, int group, boolean optional, Set<String> known, Set<String> required) {
        String key = found.group(group);
        known.add(key);
        if (!optional && key.startsWith("deskgraph.")) {
            required.add(key);
        }
    }

    private static void mappings(String source, Set<String> known, Set<String> required) {
        Matcher mapping = MAPPING.matcher(source);
        if (!mapping.find()) {
            return;
        }
        Map<String, String> inner = INNER.matcher(source)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        MEMBERS.matcher(source).results().forEach(member -> {
            String body = inner.get(member.group(3));
            String key = mapping.group(1) + "." + kebab(member.group(4));
            if (body == null) {
                add(member, key, known, required);
            } else {
                INNER_MEMBERS
                        .matcher(body)
                        .results()
                        .forEach(found -> add(found, key + "." + kebab(found.group(4)), known, required));
            }
        });
    }

    private static void add(MatchResult member, String key, Set<String> known, Set<String> required) {
        known.add(key);
        if (member.group(1) == null && member.group(2) == null) {
            required.add(key);
        }
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The environment variable that sets a key. */
    public static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    public static Set<String> variables(Set<String> keys) {
        return keys.stream().map(Configuration::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    public String value(String key) {
        String value = defaults.get(key);
        if (value == null) {
            throw new AssertionError(key + " has no default");
        }
        return value;
    }

    public int seconds(String key) {
        return Durations.seconds(defaults.getOrDefault(key, "0s"));
    }
}

package io.deskgraph.standalone.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a configuration interface, and those inside it, line by line as the formatter leaves them. */
final class MappingSource {
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern INTERFACE = Pattern.compile("^\\s*(?:public )?interface (\\w+) \\{");
    private static final Pattern STANDARD = Pattern.compile("^\\s*@WithDefault\\(\"([^\"]*)\"\\)");
    private static final Pattern MEMBER = Pattern.compile("^\\s*([\\w<>., ]+) (\\w+)\\(\\);");

    private final Map<String, List<Member>> members = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private final StringBuilder comment = new StringBuilder();
    private String standard = "";
    private boolean hasStandard;

    private record Member(String type, Key key) {}

    /** Nothing if the source is no configuration. */
    static Stream<Key> keys(String source) {
        Matcher prefix = PREFIX.matcher(source);
        if (!prefix.find()) {
            return Stream.of();
        }
        MappingSource mapping = new MappingSource();
        source.substring(prefix.start()).lines().forEach(mapping::line);
        return mapping.expand(mapping.members.keySet().iterator().next()).map(key -> key.in(prefix.group(1)));
    }

    private void line(String line) {
        Matcher begins = INTERFACE.matcher(line);
        Matcher is = STANDARD.matcher(line);
        Matcher member = MEMBER.matcher(line);
        if (line.strip().startsWith("/**") || line.strip().startsWith("*")) {
            comment.append(' ')
                    .append(line.replaceAll("/\\*\\*|\\*/|^\\s*\\*", "").strip());
        } else if (begins.find()) {
            open.add(begins.group(1));
            members.put(begins.group(1), new ArrayList<>());
            clear();
        } else if (is.find()) {
            standard = is.group(1);
            hasStandard = true;
        } else if (member.find() && !open.isEmpty()) {
            add(member.group(1), member.group(2));
            clear();
        } else if (line.strip().equals("}") && !open.isEmpty()) {
            open.remove(open.size() - 1);
            clear();
        } else if (line.strip().startsWith("enum ")) {
            open.add("enum");
            members.put("enum", new ArrayList<>());
            clear();
        }
    }

    private void add(String type, String method) {
        String name = method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        Key key = new Key(name, hasStandard ? standard : null, type.startsWith("Optional<"), plain(comment));
        members.getOrDefault(open.get(open.size() - 1), new ArrayList<>()).add(new Member(type, key));
    }

    private void clear() {
        comment.setLength(0);
        standard = "";
        hasStandard = false;
    }

    /** The first sentence is about the member; links and code become plain text. */
    private static String plain(CharSequence javadoc) {
        return javadoc.toString()
                .strip()
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replace("`#", "`")
                .replace("()`", "`");
    }

    private Stream<Key> expand(String name) {
        return members.getOrDefault(name, List.of()).stream().flatMap(member -> {
            String inner = member.type().replaceAll("Optional<(.*)>", "$1");
            return members.containsKey(inner)
                    ? expand(inner).map(key -> key.in(member.key().name()))
                    : Stream.of(member.key());
        });
    }
}

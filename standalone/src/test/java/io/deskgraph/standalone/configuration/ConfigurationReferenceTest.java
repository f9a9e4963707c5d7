package io.deskgraph.standalone.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.standalone.compose.Configuration;
import io.deskgraph.standalone.compose.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code -Dconfiguration.write} writes the page anew. */
class ConfigurationReferenceTest {
    private static final String PAGE = "docs/configuration.md";
    private static final String KIT = "service-kit";
    private static final Map<String, String> PROCESSES = processes();
    private static final Pattern PROPERTY =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"(deskgraph[^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");

    /** What is decided when a program is built, or is a name made of other keys. */
    private static final Set<String> NOT_FOR_OPERATORS =
            Set.of("deskgraph.openapi.envelopes", "deskgraph.policies.enforced", "deskgraph.db.jdbc-url");

    @Test
    void thePageSaysWhatTheProgramsRead() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(Repository.path(PAGE), expected);
        }
        assertEquals(expected, Repository.text(PAGE), "run this test with -Dconfiguration.write=true");
    }

    private static Map<String, String> processes() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("gateway", "gateway");
        names.put("tickets-service", "tickets");
        names.put("assets-service", "assets");
        names.put("links-service", "links");
        return names;
    }

    private static String page() throws IOException {
        Properties meanings = new Properties();
        meanings.load(
                new StringReader(Repository.text("standalone/src/test/resources/configuration-meanings.properties")));
        StringBuilder page = new StringBuilder("""
                # Configuration reference

                Every key of the suite's own, made from the programs by a test. A key is set by its environment variable, by a
                system property or in a file that `QUARKUS_CONFIG_LOCATIONS` names. Times are written `500ms`, `30s`, `5m`, `1h`,
                `7d`; sizes `64K`, `500M`; lists with commas. Keys of [Quarkus](https://quarkus.io/guides/all-config) work as well;
                [Operations](operations.md) names those that matter.

                | key and variable | read by | default | meaning |
                |---|---|---|---|
                """);
        new TreeMap<>(rows()).forEach((name, row) -> page.append(row.line(meanings.getProperty(name))));
        return page.toString();
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        PROCESSES.forEach((module, process) -> {
            Map<String, Key> keys = keys(module);
            Configuration configuration = Configuration.of(module);
            keys.keySet().removeAll(NOT_FOR_OPERATORS);
            keys.forEach((name, key) -> rows.computeIfAbsent(name, Row::new)
                    .add(process, key.standard(configuration.defaults().get(name))));
        });
        return rows;
    }

    private static Map<String, Key> keys(String module) {
        Map<String, Key> keys = new TreeMap<>();
        Configuration configuration = Configuration.of(module);
        configuration.known().stream()
                .filter(name -> name.startsWith("deskgraph."))
                .forEach(name -> keys.put(
                        name, new Key(name, null, !configuration.required().contains(name), "")));
        List<String> sources = Stream.of(KIT, module)
                .flatMap(name -> Repository.javaSources(name).stream())
                .toList();
        sources.forEach(source -> PROPERTY.matcher(source)
                .results()
                .forEach(found -> keys.computeIfPresent(found.group(1), (name, key) -> key.standard(found.group(2)))));
        sources.stream().flatMap(MappingSource::keys).forEach(key -> keys.put(key.name(), key));
        return keys;
    }

    /** One key in all processes that read it. */
    private static final class Row {
        private final String name;
        private final Map<String, Key> byProcess = new LinkedHashMap<>();

        Row(String name) {
            this.name = name;
        }

        void add(String process, Key key) {
            byProcess.put(process, key);
        }

        String line(String meaning) {
            String text = meaning != null ? meaning : first().meaning();
            if (text.isBlank()) {
                throw new AssertionError(name + " has no comment where it is read, and no line in the test's meanings");
            }
            return "| `" + name + "`<br>`" + Configuration.variable(name) + "` | " + readers() + " | " + standards()
                    + " | " + text + " |\n";
        }

        private Key first() {
            return byProcess.values().iterator().next();
        }

        private String readers() {
            return byProcess.size() == PROCESSES.size() ? "all" : String.join(", ", byProcess.keySet());
        }

        private String standards() {
            Set<String> all =
                    byProcess.values().stream().map(Row::standard).collect(Collectors.toCollection(TreeSet::new));
            if (all.size() == 1) {
                return all.iterator().next();
            }
            List<String> each = new ArrayList<>();
            byProcess.forEach((process, key) -> each.add(standard(key) + " " + process));
            return String.join("<br>", each);
        }

        private static String standard(Key key) {
            if (key.standard() == null) {
                return key.optional() ? "none" : "**required**";
            }
            return key.standard().isEmpty() ? "none" : "`" + key.standard() + "`";
        }
    }
}

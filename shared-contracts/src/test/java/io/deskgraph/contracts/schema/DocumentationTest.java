package io.deskgraph.contracts.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for subscribers is written by hand; its tables must not lag behind. */
class DocumentationTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void the_page_lists_the_types_of_each_topic() throws IOException {
        Map<String, Set<String>> listed = new HashMap<>();
        for (String row : rows(row -> row.startsWith("| `deskgraph."))) {
            Set<String> types = code(row);
            String topic =
                    code(row.substring(0, row.indexOf('|', 1))).iterator().next();
            types.remove(topic);
            listed.put(topic, types);
        }

        Map<String, Set<String>> ours = new HashMap<>();
        Topics.ALL.forEach(topic -> ours.put(topic, shortened(EventTypes.on(topic))));
        assertEquals(ours, listed);
    }

    @Test
    void the_page_marks_the_types_that_are_still_to_come() throws IOException {
        String page = String.join("\n", rows(row -> row.startsWith("| `deskgraph.")));

        for (String type : shortened(EventTypes.all())) {
            boolean reserved = !Contracts.described().contains("io.deskgraph." + type + ".v1");
            assertEquals(reserved, page.contains("*`" + type + "`*"), type);
        }
    }

    @Test
    void the_page_lists_the_members_of_each_state() throws IOException {
        List<String> rows = rows(row -> row.contains("/schemas/") && row.contains(".json) |"));

        for (String row : rows) {
            String file = row.replaceFirst(".*/schemas/([a-z_]+\\.json).*", "$1");
            Set<String> members = new TreeSet<>();
            JsonNode properties = Contracts.schema(file).path("properties");
            properties.fieldNames().forEachRemaining(members::add);
            assertEquals(members, code(row), file);
        }
        assertTrue(rows.size() >= 8, rows.toString());
    }

    private static List<String> rows(Predicate<String> wanted) throws IOException {
        return Files.readAllLines(Path.of("../docs/events.md")).stream()
                .filter(wanted)
                .toList();
    }

    private static Set<String> code(String row) {
        return CODE.matcher(row).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shortened(Iterable<String> types) {
        Set<String> names = new TreeSet<>();
        types.forEach(type -> names.add(type.replace("io.deskgraph.", "").replaceFirst("\\.v1$", "")));
        return names;
    }
}

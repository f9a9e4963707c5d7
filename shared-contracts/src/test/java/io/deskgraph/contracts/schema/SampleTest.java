package io.deskgraph.contracts.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {

    /** Their members are anybody's, or checked as a whole. */
    private static final Set<String> FREE = Set.of("attributes", "extension_data", "metadata", "changed");

    private static final JsonNode NOWHERE_RIGHT =
            Contracts.JSON.createArrayNode().add(Contracts.JSON.createArrayNode());

    static Set<String> types() {
        return Contracts.described();
    }

    @Test
    void each_published_type_has_a_schema_and_a_sample() {
        Set<String> files = types().stream().map(type -> type + ".json").collect(Collectors.toCollection(TreeSet::new));

        Set<String> schemas = Contracts.folder("/contracts/schemas").keySet().stream()
                .filter(file -> file.startsWith("io.deskgraph."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(files, schemas);
        assertEquals(files, Contracts.folder("/contracts/samples").keySet());
    }

    @Test
    void each_schema_is_found_by_its_id() {
        Contracts.folder("/contracts/schemas").forEach((file, schema) -> {
            assertEquals(Contracts.BASE + file, schema.path("$id").asText());
            assertEquals(
                    "https://json-schema.org/draft/2020-12/schema",
                    schema.path("$schema").asText());
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_is_valid(String type) {
        JsonNode value = Contracts.sample(type).path("value");

        assertEquals(Set.of(), Contracts.problems(EventTypes.schemaUri(type), value));
        assertEquals(Set.of(), Contracts.problems("event.json", value));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_has_a_whole_envelope(String type) {
        JsonNode sample = Contracts.sample(type);
        JsonNode headers = sample.path("headers");

        assertEquals(Set.of(), Contracts.problems("headers.json", headers));
        assertEquals(type, headers.path(Headers.TYPE).asText());
        assertEquals(
                EventTypes.schemaUri(type).toString(),
                headers.path(Headers.DATA_SCHEMA).asText());
        assertEquals(
                headers.path(Headers.TENANT_ID).asText() + ":"
                        + headers.path(Headers.SUBJECT).asText(),
                sample.path("key").asText());
        JsonNode after = sample.at("/value/after");
        if (!after.isNull()) {
            assertEquals(
                    headers.path(Headers.AGGREGATE_VERSION).asText(),
                    after.path("version").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_with_a_member_missing_or_of_a_wrong_type_is_refused(String type) {
        ObjectNode value = (ObjectNode) Contracts.sample(type).path("value");

        for (ObjectNode object : objects(value)) {
            for (String member : names(object)) {
                JsonNode right = object.remove(member);
                assertFalse(valid(type, value), type + " without " + member);
                object.set(member, NOWHERE_RIGHT);
                assertFalse(valid(type, value), type + " with a wrong " + member);
                object.set(member, right);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_record_without_one_of_the_headers_is_refused(String type) {
        ObjectNode headers = (ObjectNode) Contracts.sample(type).path("headers");
        List<String> compulsory = names(headers);
        compulsory.remove(Headers.TRACE_PARENT);
        if (headers.path(Headers.ACTOR_TYPE).asText().equals("SYSTEM")) {
            compulsory.remove(Headers.CAUSATION_ID);
        }

        for (String header : compulsory) {
            JsonNode right = headers.remove(header);
            assertFalse(Contracts.problems("headers.json", headers).isEmpty(), "without " + header);
            headers.put(header, "");
            assertFalse(Contracts.problems("headers.json", headers).isEmpty(), "with an empty " + header);
            headers.set(header, right);
        }
    }

    private static boolean valid(String type, JsonNode value) {
        return Contracts.problems(EventTypes.schemaUri(type), value).isEmpty();
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The object itself and every object below that has members of ours. */
    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            found.add(object);
            names(object).stream()
                    .filter(name -> !FREE.contains(name))
                    .forEach(name -> found.addAll(objects(object.path(name))));
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> found.addAll(objects(element)));
        }
        return found;
    }
}

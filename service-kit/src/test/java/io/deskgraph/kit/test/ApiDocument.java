package io.deskgraph.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** An OpenAPI document, as far as a test asks it: which operation a request meets, and what its bodies look like. */
final class ApiDocument {

    /** A method and a path template, as the document has them. */
    record Operation(String method, String template, JsonNode node) {
        String name() {
            return method + " " + template;
        }
    }

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode document;
    private final List<Operation> operations;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    ApiDocument(JsonNode document) {
        this.document = document;
        this.operations = operations(document);
    }

    /** The same document, whose answers may have no member that it does not name. */
    ApiDocument closed() {
        return new ApiDocument(Strictness.closed(document));
    }

    private static List<Operation> operations(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> entry.getValue().has("responses"))
                        .map(entry -> new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue())))
                .toList();
    }

    List<Operation> operations() {
        return operations;
    }

    /** The operation a request meets: of all templates that fit, the one with the most literal segments. */
    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && fits(operation.template(), path))
                .max(Comparator.comparingInt(operation -> literals(operation.template())));
    }

    private static boolean fits(String template, String path) {
        String[] expected = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            boolean any = expected[i].startsWith("{") && !actual[i].isEmpty();
            if (!any && !expected[i].equals(actual[i])) {
                return false;
            }
        }
        return true;
    }

    private static int literals(String template) {
        return (int) java.util.Arrays.stream(template.split("/"))
                .filter(segment -> !segment.startsWith("{"))
                .count();
    }

    /** What is wrong with a JSON body, by the schema at this place of the operation; nothing if there is no schema. */
    Set<ValidationMessage> faults(Operation operation, String place, JsonNode body) {
        JsonNode schema = document.path("paths")
                .path(operation.template())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .at(place);
        return schema.isMissingNode()
                ? Set.of()
                : compiled.computeIfAbsent(operation.name() + place, key -> compile(schema))
                        .validate(body);
    }

    /** A schema of the document names others in it: it is compiled with them beside it. */
    private JsonSchema compile(JsonNode schema) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.path("components"));
        return SCHEMAS.getSchema(root);
    }

    static List<String> statuses(Operation operation) {
        return StreamSupport.stream(
                        ((Iterable<String>)
                                        () -> operation.node().path("responses").fieldNames())
                                .spliterator(),
                        false)
                .sorted()
                .toList();
    }
}

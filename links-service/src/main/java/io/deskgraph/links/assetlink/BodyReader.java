package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads members as clients of this API know it: numbers and truth values are taken for their text, and a mistake is told
 * by the words they look for.
 */
public final class BodyReader {

    private final JsonNode body;
    private final List<Object> path;

    public BodyReader(JsonNode body) {
        this(body, List.of());
    }

    private BodyReader(JsonNode body, List<Object> path) {
        this.body = body;
        this.path = List.copyOf(path);
    }

    boolean has(String field) {
        return body.has(field);
    }

    void require(String field) {
        if (!has(field)) {
            String message = "Missing required field: " + field;
            throw Problem.invalid(message, List.of(Detail.of(at(field), message)));
        }
    }

    /** Absent and null are mistakes. */
    public String text(String field) {
        String text = optionalText(field);
        if (text == null) {
            throw wrong(field, has(field) ? "none is not an allowed value" : "field required");
        }
        return text;
    }

    public @Nullable String optionalText(String field) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw wrong(field, "str type expected");
        }
        return value.asText();
    }

    /** Null when absent. */
    public @Nullable List<String> texts(String field) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        BodyReader items = new BodyReader(list(field, value), at(field));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            texts.add(items.item(i));
        }
        return texts;
    }

    /** Readers of the objects in a list; absent is a mistake. */
    public List<BodyReader> objects(String field) {
        JsonNode value = body.get(field);
        if (value == null) {
            throw wrong(field, "field required");
        }
        List<BodyReader> readers = new ArrayList<>();
        for (JsonNode item : list(field, value)) {
            List<Object> itsPath = new ArrayList<>(at(field));
            itsPath.add(readers.size());
            readers.add(new BodyReader(item, itsPath));
        }
        return readers;
    }

    /** A mistake in this member. */
    public Problem wrong(String field, String reason) {
        return mistake(at(field), reason);
    }

    private JsonNode list(String field, JsonNode value) {
        if (!value.isArray()) {
            throw wrong(field, value.isNull() ? "none is not an allowed value" : "value is not a valid list");
        }
        return value;
    }

    private String item(int index) {
        JsonNode value = body.get(index);
        List<Object> itsPath = new ArrayList<>(path);
        itsPath.add(index);
        if (value.isNull()) {
            throw mistake(itsPath, "none is not an allowed value");
        }
        if (!value.isValueNode()) {
            throw mistake(itsPath, "str type expected");
        }
        return value.asText();
    }

    private List<Object> at(String field) {
        List<Object> itsPath = new ArrayList<>(path);
        itsPath.add(field);
        return itsPath;
    }

    private static Problem mistake(List<Object> path, String reason) {
        String place = String.join(" -> ", path.stream().map(Object::toString).toList());
        return Problem.invalid("1 validation error\n" + place + "\n  " + reason, List.of(Detail.of(path, reason)));
    }
}

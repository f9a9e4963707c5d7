package io.deskgraph.tickets.copy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of a foreign aggregate's state; one that has to be there and is not makes the event one that cannot be applied. */
final class Fields {

    private final JsonNode state;

    Fields(JsonNode state) {
        this.state = state;
    }

    String text(String name) {
        return state.required(name).textValue();
    }

    @Nullable
    String textOrNull(String name) {
        return state.path(name).textValue();
    }

    UUID uuid(String name) {
        return UUID.fromString(text(name));
    }

    @Nullable
    UUID uuidOrNull(String name) {
        String text = textOrNull(name);
        return text == null ? null : UUID.fromString(text);
    }

    boolean flag(String name) {
        return state.required(name).booleanValue();
    }
}

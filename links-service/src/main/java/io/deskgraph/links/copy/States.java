package io.deskgraph.links.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the state that an event carries. */
@ApplicationScoped
class States {

    private final ObjectMapper json;

    States(ObjectMapper json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException when it is not such a state: the event then goes to the dead letters */
    <S> S read(ReceivedEvent event, Class<S> type) {
        try {
            return json.treeToValue(event.after(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("Not a " + type.getSimpleName(), unreadable);
        }
    }
}

package io.deskgraph.assets.audit;

import io.deskgraph.kit.request.Caller;
import java.util.UUID;

/** Who makes a change when the request that asked for it may be over. */
public record Author(UUID userId, String name, String actorType, String requestId) {

    public static Author of(Caller caller, String requestId) {
        return new Author(caller.userId(), caller.name(), caller.actorType(), requestId);
    }
}

package io.deskgraph.kit.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.Context;

/** Knows on which kind of thread it was read: a body that is still under way must not hold a thread. */
record Landing(String text, boolean readOnEventLoop) {

    @JsonCreator
    static Landing of(@JsonProperty("text") String text) {
        return new Landing(text, Context.isOnEventLoopThread());
    }
}

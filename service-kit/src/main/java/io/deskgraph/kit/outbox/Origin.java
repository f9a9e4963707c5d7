package io.deskgraph.kit.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Who made a change, and what it answers to.
 *
 * @param actorType {@code USER}, {@code API_KEY} or {@code SYSTEM}
 * @param causationId a request or an event
 */
public record Origin(
        @Nullable String actorId,
        String actorType,
        @Nullable String causationId,
        @Nullable String traceParent) {

    static final Origin SYSTEM = new Origin(null, "SYSTEM", null, null);

    /** The same origin within the trace of another. */
    Origin tracedBy(Origin other) {
        return new Origin(actorId, actorType, causationId, other.traceParent());
    }
}

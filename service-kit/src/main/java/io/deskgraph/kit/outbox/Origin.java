package io.deskgraph.kit.outbox;

import org.jspecify.annotations.Nullable;

/** Who made a change, and what it answers to. */
record Origin(
        @Nullable String actorId,
        String actorType,
        @Nullable String causationId,
        @Nullable String traceParent) {

    static final Origin SYSTEM = new Origin(null, "SYSTEM", null, null);
}

package io.deskgraph.kit.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subject of which a topic may tell more than the database knows, with the two events that settle it. */
final class Suspect {

    final UUID tenant;
    final String subject;
    final OwnTable table;
    final Told told;
    private final @Nullable Long version;
    private @Nullable ReceivedEvent last;
    private @Nullable ReceivedEvent kept;

    /** @param version of the row; null when there is none */
    Suspect(UUID tenant, String subject, OwnTable table, Told told, @Nullable Long version) {
        this.tenant = tenant;
        this.subject = subject;
        this.table = table;
        this.told = told;
        this.version = version;
    }

    boolean isAbout(long recordVersion, long offset) {
        return offset == told.offset() || version != null && recordVersion == version;
    }

    /** In the order of the topic. */
    void hear(ReceivedEvent event, long offset) {
        if (offset == told.offset()) {
            last = event;
        }
        if (version != null && event.version() == version) {
            kept = event;
        }
    }

    ReceivedEvent last() {
        if (last == null) {
            throw new IllegalStateException("the topic has changed meanwhile");
        }
        return last;
    }

    /** The event that told of the row as it is. */
    ReceivedEvent kept(long rowVersion) {
        if (kept == null || kept.version() != rowVersion) {
            throw new IllegalStateException("the topic does not tell of version " + rowVersion + " any more");
        }
        return kept;
    }
}

package io.deskgraph.tickets.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client wants of a ticket, whichever way it was said. */
interface TicketEdit {

    /** Throws 400 with what is wrong whatever the ticket is like. */
    void check();

    TicketDraft over(TicketDraft present);

    /** What the closing rules of the board are to be told. */
    default RulesOverride override() {
        return RulesOverride.NONE;
    }

    /** Since when and by whom the ticket is to count as closed. */
    default Since since() {
        return Since.NOW;
    }

    /** @param asked whether the closing rules are to be passed over, which takes a permission */
    record RulesOverride(boolean asked, @Nullable String reason) {

        static final RulesOverride NONE = new RulesOverride(false, null);

        static RulesOverride of(@Nullable Boolean asked, @Nullable String reason) {
            return new RulesOverride(Boolean.TRUE.equals(asked), reason);
        }
    }

    /** Null where the moment and the caller count. */
    record Since(@Nullable Instant closedAt, @Nullable UUID closedBy) {

        static final Since NOW = new Since(null, null);

        boolean isSaid() {
            return closedAt != null || closedBy != null;
        }
    }
}

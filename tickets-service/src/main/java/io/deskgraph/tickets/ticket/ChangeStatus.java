package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves a ticket to another status of its board.
 *
 * @param closedAt since when it counts as closed; for a status that closes
 * @param closedBy who closed it; for a status that closes
 */
public record ChangeStatus(
        @NotNull UUID statusId,
        @Nullable Instant closedAt,
        @Nullable UUID closedBy,
        @Nullable Boolean overrideCloseRules,
        @Nullable @Size(max = 1000) String overrideCloseRulesReason,

        @JsonProperty("suppressContactNotifications") @Nullable
        Boolean suppressContactNotifications,

        @JsonProperty("suppressInternalNotifications") @Nullable
        Boolean suppressInternalNotifications) {

    TicketEdit edit() {
        return new Edit(this);
    }

    private record Edit(ChangeStatus wanted) implements TicketEdit {

        @Override
        public void check() {
            Muting.check(wanted.suppressContactNotifications(), wanted.suppressInternalNotifications());
        }

        @Override
        public TicketDraft over(TicketDraft present) {
            return present.with(wanted.statusId(), present.assignedTo(), present.priorityId());
        }

        @Override
        public TicketEdit.RulesOverride override() {
            return TicketEdit.RulesOverride.of(wanted.overrideCloseRules(), wanted.overrideCloseRulesReason());
        }

        @Override
        public Since since() {
            return new Since(wanted.closedAt(), wanted.closedBy());
        }
    }
}

package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.deskgraph.kit.http.Sent;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a ticket to somebody, or with null to nobody.
 *
 * @param assignedTo absent means no change
 */
public record ChangeAssignment(
        @Nullable UUID assignedTo,

        @JsonProperty("suppressContactNotifications") @Nullable
        Boolean suppressContactNotifications,

        @JsonProperty("suppressInternalNotifications") @Nullable
        Boolean suppressInternalNotifications) {

    TicketEdit edit() {
        return edit(new Sent<>(this, Set.of("assigned_to")));
    }

    static TicketEdit edit(Sent<ChangeAssignment> sent) {
        return new Edit(sent);
    }

    private record Edit(Sent<ChangeAssignment> sent) implements TicketEdit {

        @Override
        public void check() {
            Muting.check(sent.body().suppressContactNotifications(), sent.body().suppressInternalNotifications());
        }

        @Override
        public TicketDraft over(TicketDraft present) {
            UUID assignee = sent.member("assigned_to", sent.body().assignedTo()).over(present.assignedTo());
            return present.with(present.statusId(), assignee, present.priorityId());
        }
    }
}

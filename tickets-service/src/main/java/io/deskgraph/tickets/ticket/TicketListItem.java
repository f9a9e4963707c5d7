package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.deskgraph.contracts.ticket.TicketState;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket in a list: its columns and the names of what they refer to. */
public record TicketListItem(
        @JsonUnwrapped @JsonIgnoreProperties({"tags", "version"})
        TicketState ticket,

        @Nullable String clientName,
        @Nullable String contactName,
        @Nullable String statusName,
        @Nullable Boolean statusIsClosed,
        @Nullable String priorityName,
        @Nullable String categoryName,
        @Nullable String subcategoryName,
        @Nullable String boardName,
        @Nullable String enteredByName,
        @Nullable String assignedToName,
        boolean isOverdue,
        BundleRole bundleRole,
        List<TagView> tags) {

    static TicketListItem of(Ticket ticket, Row names) {
        return new TicketListItem(
                ticket.state(),
                names.getString("client_name"),
                names.getString("contact_name"),
                names.getString("status_name"),
                names.getBoolean("status_is_closed"),
                names.getString("priority_name"),
                names.getString("category_name"),
                names.getString("subcategory_name"),
                names.getString("board_name"),
                names.getString("entered_by_name"),
                names.getString("assigned_to_name"),
                names.getBoolean("is_overdue"),
                ticket.bundleRole(),
                ticket.tags());
    }
}

package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.tickets.document.AttachedDocument;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ticket, read by its id. Pictures have no source: their addresses are null. */
public record TicketDetails(
        @JsonUnwrapped @JsonIgnoreProperties({"tags", "version"})
        TicketState ticket,

        @Nullable String clientName,
        @Nullable String locationName,
        @Nullable String clientEmail,
        @Nullable String clientPhone,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        @Nullable String statusName,
        @Nullable Boolean statusIsClosed,
        @Nullable String priorityName,
        @Nullable String categoryName,
        @Nullable String assignedToName,
        boolean isOverdue,
        String descriptionHtml,
        List<AttachedDocument> documents,
        @Nullable String contactAvatarUrl,
        @Nullable String clientLogoUrl,
        BundleRole bundleRole,
        List<TagView> tags) {

    static TicketDetails of(Ticket ticket, Row names, String description, List<AttachedDocument> documents) {
        return new TicketDetails(
                ticket.state(),
                names.getString("client_name"),
                names.getString("location_name"),
                names.getString("client_email"),
                names.getString("client_phone"),
                names.getString("contact_name"),
                names.getString("contact_email"),
                names.getString("contact_phone"),
                names.getString("status_name"),
                names.getBoolean("status_is_closed"),
                names.getString("priority_name"),
                names.getString("category_name"),
                names.getString("assigned_to_name"),
                names.getBoolean("is_overdue"),
                description,
                documents,
                null,
                null,
                ticket.bundleRole(),
                ticket.tags());
    }
}

package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.deskgraph.contracts.ticket.TicketState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as writes answer it: its columns, its tags, and after an update its text as HTML. */
public record TicketView(
        @JsonUnwrapped @JsonIgnoreProperties({"tags", "version"})
        TicketState ticket,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String descriptionHtml,

        BundleRole bundleRole,
        List<TagView> tags) {

    static TicketView created(Ticket ticket) {
        return new TicketView(ticket.state(), null, ticket.bundleRole(), ticket.tags());
    }

    static TicketView updated(Ticket ticket, String description) {
        return new TicketView(ticket.state(), description, ticket.bundleRole(), ticket.tags());
    }
}

package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.tickets.text.RichText;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ticket's text, which is the free member {@code description}, as HTML. */
@Singleton
class Descriptions {

    private final RichText text;

    Descriptions(RichText text) {
        this.text = text;
    }

    String html(TicketState ticket) {
        Map<String, @Nullable Object> attributes = ticket.attributes();
        Object description = attributes == null ? null : attributes.get("description");
        return text.html(description instanceof String written ? written : null);
    }
}

package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.core.type.TypeReference;
import io.deskgraph.tickets.document.AttachedDocument;
import io.deskgraph.tickets.sql.FreeForm;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tickets with all that is shown of one from rows that were selected by {@link #COLUMNS}. */
@Singleton
class TicketDetailRows {

    /** Of {@code tickets t} and the tables that {@link TicketReader} joins. */
    static final String COLUMNS =
            TicketRows.COLUMNS + """
            , c.client_name, l.location_name, coalesce(l.email, d.email) AS client_email,
            coalesce(l.phone, d.phone) AS client_phone, n.full_name AS contact_name, n.email AS contact_email,
            n.phone_number AS contact_phone, s.name AS status_name, s.is_closed AS status_is_closed,
            p.priority_name, g.category_name, a.first_name || ' ' || a.last_name AS assigned_to_name,
            """ + AnswerBasis.OVERDUE + ", " + AttachedDocument.OF_TICKET + " AS documents";

    private static final TypeReference<List<AttachedDocument>> DOCUMENTS = new TypeReference<>() {};

    private final TicketRows rows;
    private final Descriptions descriptions;
    private final FreeForm json;

    TicketDetailRows(TicketRows rows, Descriptions descriptions, FreeForm json) {
        this.rows = rows;
        this.descriptions = descriptions;
        this.json = json;
    }

    TicketDetails details(Row row) {
        Ticket ticket = rows.ticket(row);
        return TicketDetails.of(ticket, row, descriptions.html(ticket.state()), documents(row.getString("documents")));
    }

    private List<AttachedDocument> documents(@Nullable String text) {
        return text == null ? List.of() : json.read(text, DOCUMENTS);
    }
}

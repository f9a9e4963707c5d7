package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.core.type.TypeReference;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.tickets.sql.FreeForm;
import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tickets from rows that were selected by {@link #COLUMNS}. */
@Singleton
class TicketRows {

    /** Of {@code tickets t}. */
    static final String COLUMNS = """
            t.tenant_id, t.id, t.ticket_number, t.title, t.url, t.client_id, t.contact_name_id, t.location_id,
            t.board_id, t.status_id, t.category_id, t.subcategory_id, t.priority_id, t.assigned_to, t.entered_by,
            t.updated_by, t.closed_by, t.entered_at, t.updated_at, t.closed_at, t.is_closed, t.due_date,
            t.attributes::text AS attributes, t.source, t.ticket_origin, t.master_ticket_id, t.response_state,
            t.version,
            (SELECT b.mode FROM ticket_bundle_settings b
             WHERE b.tenant_id = t.tenant_id AND b.master_ticket_id = t.id) AS bundle_mode,
            (SELECT json_agg(json_build_object('tag_id', g.id, 'tag_text', g.tag_text,
                        'background_color', g.background_color, 'text_color', g.text_color)
                    ORDER BY g.tag_text COLLATE "C")::text
             FROM ticket_tags x JOIN tags g ON g.tenant_id = x.tenant_id AND g.id = x.tag_id
             WHERE x.tenant_id = t.tenant_id AND x.ticket_id = t.id) AS tags""";

    private static final TypeReference<List<TagView>> TAGS = new TypeReference<>() {};

    private final FreeForm json;

    TicketRows(FreeForm json) {
        this.json = json;
    }

    Ticket ticket(Row row) {
        List<TagView> tags = tags(row.getString("tags"));
        List<String> texts = tags.stream().map(TagView::tagText).toList();
        TicketState state = TicketStates.of(fixed(row), draft(row, texts), closing(row), stamp(row), texts);
        return new Ticket(state, tags, row.getString("bundle_mode"), null);
    }

    private List<TagView> tags(@Nullable String text) {
        return text == null ? List.of() : json.read(text, TAGS);
    }

    private TicketDraft draft(Row row, List<String> tags) {
        return new TicketDraft(
                row.getString("title"),
                row.getString("url"),
                row.getUUID("client_id"),
                row.getUUID("contact_name_id"),
                row.getUUID("location_id"),
                row.getUUID("board_id"),
                row.getUUID("status_id"),
                row.getUUID("category_id"),
                row.getUUID("subcategory_id"),
                row.getUUID("priority_id"),
                row.getUUID("assigned_to"),
                Times.orNull(row, "due_date"),
                json.readObject(row.getString("attributes")),
                tags);
    }

    private static TicketStates.Fixed fixed(Row row) {
        return new TicketStates.Fixed(
                row.getUUID("tenant_id"),
                row.getUUID("id"),
                row.getString("ticket_number"),
                row.getUUID("entered_by"),
                Times.of(row, "entered_at"),
                row.getString("source"),
                row.getString("ticket_origin"),
                row.getUUID("master_ticket_id"),
                row.getString("response_state"));
    }

    private static Closing closing(Row row) {
        return new Closing(row.getBoolean("is_closed"), Times.orNull(row, "closed_at"), row.getUUID("closed_by"));
    }

    private static TicketStates.Stamp stamp(Row row) {
        return new TicketStates.Stamp(
                row.getUUID("updated_by"), Times.of(row, "updated_at"), row.getInteger("version"));
    }
}

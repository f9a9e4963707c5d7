package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The tags of a ticket. A text that nobody has used yet becomes a tag of the tenant. */
@ApplicationScoped
class TicketTags {

    /** In the order of the texts, so that two requests with the same new tags wait for each other instead of deadlocking. */
    private static final String ADD_UNKNOWN = """
            INSERT INTO tags (tenant_id, id, tag_text)
            SELECT $1, id, tag_text FROM unnest($2::uuid[], $3::text[]) AS wanted (id, tag_text)
            ORDER BY lower(tag_text)
            ON CONFLICT (tenant_id, lower(tag_text)) DO NOTHING
            RETURNING id, tag_text, version""";

    private static final String FIND = """
            SELECT id, tag_text, background_color, text_color FROM tags
            WHERE tenant_id = $1 AND lower(tag_text) IN (SELECT lower(text) FROM unnest($2::text[]) AS wanted (text))
            ORDER BY tag_text COLLATE "C\"""";

    private static final String DETACH_OTHERS =
            "DELETE FROM ticket_tags WHERE tenant_id = $1 AND ticket_id = $2 AND tag_id <> ALL ($3)";

    private static final String ATTACH = """
            INSERT INTO ticket_tags (tenant_id, ticket_id, tag_id) SELECT $1, $2, unnest($3::uuid[])
            ON CONFLICT ON CONSTRAINT ticket_tags_pk DO NOTHING""";

    private final Outbox outbox;

    TicketTags(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The tags with these texts, sorted; missing ones are made. */
    Uni<List<TagView>> of(Tx tx, List<String> texts) {
        if (texts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String[] wanted = texts.toArray(String[]::new);
        UUID[] ids = texts.stream().map(text -> Ids.next()).toArray(UUID[]::new);
        return tx.sql(ADD_UNKNOWN, tx.tenant(), ids, wanted)
                .chain(added -> announce(tx, added))
                .chain(() -> tx.sql(FIND, tx.tenant(), wanted))
                .map(found -> stream(found).map(TicketTags::tag).toList());
    }

    /** A new ticket's tags. */
    Uni<Void> attach(Tx tx, UUID ticket, List<TagView> tags) {
        return tags.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.sql(ATTACH, tx.tenant(), ticket, ids(tags)).replaceWithVoid();
    }

    Uni<Void> replace(Tx tx, UUID ticket, List<TagView> tags) {
        return tx.sql(DETACH_OTHERS, tx.tenant(), ticket, ids(tags)).chain(() -> attach(tx, ticket, tags));
    }

    private Uni<Void> announce(Tx tx, RowSet<Row> added) {
        return outbox.append(
                tx,
                stream(added)
                        .map(row -> reference(row).written(Topics.TICKETS, Map.of()))
                        .toList());
    }

    private static ReferenceState reference(Row row) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("background_color", null);
        attributes.put("text_color", null);
        return new ReferenceState(
                ReferenceState.TAG,
                row.getUUID("id").toString(),
                row.getString("tag_text"),
                attributes,
                row.getInteger("version"));
    }

    static TagView tag(Row row) {
        return new TagView(
                row.getUUID("id"),
                row.getString("tag_text"),
                row.getString("background_color"),
                row.getString("text_color"));
    }

    private static UUID[] ids(List<TagView> tags) {
        return tags.stream().map(TagView::tagId).toArray(UUID[]::new);
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}

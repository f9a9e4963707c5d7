package io.deskgraph.tickets.bundle;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds the status of a board that stands for one of another board. */
@ApplicationScoped
class StatusTargets {

    /** The same name, else the board's default that closes or does not like the given one, else the first of these. */
    private static final String FIND = """
            SELECT DISTINCT ON (s.board_id) s.board_id, s.id, s.is_closed
            FROM statuses s JOIN statuses w ON w.tenant_id = $1 AND w.id = $2
            WHERE s.tenant_id = $1 AND s.status_type = 'ticket' AND s.board_id = ANY ($3)
                AND (lower(s.name) = lower(w.name) OR s.is_closed = w.is_closed)
            ORDER BY s.board_id, s.id = w.id DESC, lower(s.name) = lower(w.name) DESC, s.is_default DESC,
                s.order_number""";

    private static final String DEFAULT_OPEN = """
            SELECT s.id FROM statuses s
            WHERE s.tenant_id = $1 AND s.status_type = 'ticket' AND s.board_id = $2 AND NOT s.is_closed
            ORDER BY s.is_default DESC, s.order_number LIMIT 1""";

    /** By board; a board without a fitting status is not there. */
    Uni<Map<UUID, Inheritance.Target>> standingFor(Tx tx, UUID status, Collection<UUID> boards) {
        return tx.sql(FIND, tx.tenant(), status, boards.stream().distinct().toArray(UUID[]::new))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("board_id"), StatusTargets::target)));
    }

    Uni<Optional<UUID>> defaultOpen(Tx tx, UUID board) {
        return tx.sql(DEFAULT_OPEN, tx.tenant(), board).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> row.getUUID("id")));
    }

    private static Inheritance.Target target(Row row) {
        return new Inheritance.Target(row.getUUID("id"), row.getBoolean("is_closed"));
    }
}

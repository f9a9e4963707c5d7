package io.deskgraph.tickets.status;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a new status goes: on which board, behind which others. */
@ApplicationScoped
class Placement {

    private static final String TICKET = "ticket";

    private static final String FIND = """
            SELECT EXISTS (SELECT FROM boards b WHERE b.tenant_id = $1 AND b.id = $2) AS board,
                (SELECT coalesce(max(s.order_number), 0) + 1 FROM statuses s
                 WHERE s.tenant_id = $1 AND s.status_type = $3 AND s.board_id IS NOT DISTINCT FROM $2) AS next_order""";

    Uni<Status> row(Tx tx, CreateStatus request) {
        boolean isOfTicket = TICKET.equals(request.statusType());
        if (isOfTicket && request.boardId() == null) {
            throw Problem.invalid("board_id", "A status of tickets needs a board");
        }
        if (!isOfTicket && request.boardId() != null) {
            throw Problem.invalid("board_id", "Only a status of tickets has a board");
        }
        return tx.sql(FIND, tx.tenant(), request.boardId(), request.statusType())
                .map(found -> placed(request, found.iterator().next()));
    }

    private static Status placed(CreateStatus request, Row place) {
        if (request.boardId() != null && !place.getBoolean("board")) {
            throw Problem.invalid("board_id", "No such board");
        }
        return request.row(place.getInteger("next_order"));
    }
}

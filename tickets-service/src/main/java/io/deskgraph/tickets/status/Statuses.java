package io.deskgraph.tickets.status;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.lookup.DeskLookUp;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What statuses are. A ticket keeps a copy of its status's closed flag, which a foreign key holds equal: the flag of a
 * status that tickets have cannot change.
 */
public final class Statuses extends DeskLookUp<Status, StatusRequest, StatusView> {

    public static final Statuses KIND = new Statuses();

    static final String TICKET = "ticket";

    /** Whoever adds to a board waits here for the others, so that two places behind the last are never the same. */
    private static final String LOCK_BOARD = "SELECT FROM boards WHERE tenant_id = $1 AND id = $2 FOR UPDATE";

    private static final String LAST_PLACE = """
            SELECT coalesce(max(s.order_number), 0) AS last FROM statuses s
            WHERE s.tenant_id = $1 AND s.status_type = $2 AND s.board_id IS NOT DISTINCT FROM $3""";

    private Statuses() {
        super(Status.class, StatusRequest.class, ReferenceState.STATUS, "status_id", "name");
    }

    @Override
    protected void fill(Status row, StatusRequest request) {
        row.name = request.name();
        row.statusType = request.statusType();
        row.boardId = request.boardId();
        row.isClosed = or(request.isClosed(), false);
        row.isDefault = or(request.isDefault(), false);
        row.orderNumber = or(request.orderNumber(), row.orderNumber);
        row.color = request.color();
        row.icon = request.icon();
    }

    @Override
    public StatusView view(Status row) {
        return StatusView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of(
                "statuses_name_uk", "name",
                "statuses_order_uk", "order_number",
                "statuses_default_uk", "is_default",
                "statuses_board_fk", "board_id");
    }

    @Override
    protected List<Use> uses() {
        return List.of(Use.of("tickets", "status_id"));
    }

    @Override
    protected Uni<Void> begin(Tx tx, Status row, StatusRequest request) {
        boolean isOfTicket = TICKET.equals(row.statusType);
        if (isOfTicket && row.boardId == null) {
            throw Problem.invalid("board_id", "A status of tickets needs a board");
        }
        if (!isOfTicket && row.boardId != null) {
            throw Problem.invalid("board_id", "Only a status of tickets has a board");
        }
        return request.orderNumber() == null
                ? placeLast(tx, row)
                : Uni.createFrom().voidItem();
    }

    @Override
    protected Uni<Void> check(Tx tx, @Nullable StatusView before, Status row) {
        if (before == null) {
            return Uni.createFrom().voidItem();
        }
        requireSame("status_type", before.statusType(), row.statusType);
        requireSame("board_id", before.boardId(), row.boardId);
        return before.isClosed() == row.isClosed ? Uni.createFrom().voidItem() : requireUnused(tx, row);
    }

    private static Uni<Void> placeLast(Tx tx, Status row) {
        return tx.sql(LOCK_BOARD, tx.tenant(), row.boardId)
                .chain(() -> tx.sql(LAST_PLACE, tx.tenant(), row.statusType, row.boardId))
                .invoke(found -> row.orderNumber = found.iterator().next().getInteger("last") + 1)
                .replaceWithVoid();
    }
}

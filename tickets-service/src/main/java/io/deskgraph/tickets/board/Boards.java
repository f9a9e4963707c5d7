package io.deskgraph.tickets.board;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.tickets.lookup.DeskLookUp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What boards are. */
public final class Boards extends DeskLookUp<Board, BoardRequest, BoardView> {

    public static final Boards KIND = new Boards();

    private static final String CHECK = """
            SELECT $2::uuid IS NULL OR EXISTS (SELECT FROM priorities p
                    WHERE p.tenant_id = $1 AND p.id = $2 AND p.item_type = 'ticket') AS priority,
                $3::uuid IS NULL OR EXISTS (SELECT FROM user_copies u
                    WHERE u.tenant_id = $1 AND u.id = $3 AND NOT u.is_inactive) AS assignee""";

    private Boards() {
        super(Board.class, BoardRequest.class, ReferenceState.BOARD, "board_id", "board_name");
    }

    @Override
    protected void fill(Board row, BoardRequest request) {
        row.boardName = request.boardName();
        row.description = request.description();
        row.displayOrder = or(request.displayOrder(), 0);
        row.isDefault = or(request.isDefault(), false);
        row.isInactive = or(request.isInactive(), false);
        row.categoryType = or(request.categoryType(), "custom");
        row.priorityType = or(request.priorityType(), "custom");
        row.defaultAssignedTo = request.defaultAssignedTo();
        row.defaultPriorityId = request.defaultPriorityId();
        row.enableLiveTicketTimer = or(request.enableLiveTicketTimer(), false);
        or(request.closeRules(), ClosingRulesRequest.NONE).fill(row);
    }

    @Override
    public BoardView view(Board row) {
        return BoardView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of(
                "boards_name_uk", "board_name",
                "boards_default_uk", "is_default",
                "boards_default_priority_fk", "default_priority_id");
    }

    @Override
    protected List<Use> uses() {
        return List.of(Use.of("tickets", "board_id"), Use.of("statuses", "board_id"), Use.of("categories", "board_id"));
    }

    /** An assignee it already has is not looked at again, as people leave. */
    @Override
    protected Uni<Void> check(Tx tx, @Nullable BoardView before, Board row) {
        boolean keepsAssignee = before != null
                && row.defaultAssignedTo != null
                && row.defaultAssignedTo.equals(before.defaultAssignedTo());
        return tx.sql(CHECK, tx.tenant(), row.defaultPriorityId, keepsAssignee ? null : row.defaultAssignedTo)
                .invoke(found -> refuseUnknown(found.iterator().next()))
                .replaceWithVoid();
    }

    private static void refuseUnknown(Row found) {
        if (!found.getBoolean("priority")) {
            throw Problem.invalid("default_priority_id", "No such priority of tickets");
        }
        if (!found.getBoolean("assignee")) {
            throw Problem.invalid("default_assigned_to", "No such active user");
        }
    }
}

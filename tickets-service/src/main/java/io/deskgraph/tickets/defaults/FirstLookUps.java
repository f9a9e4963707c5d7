package io.deskgraph.tickets.defaults;

import io.deskgraph.tickets.board.BoardRequest;
import io.deskgraph.tickets.priority.PriorityRequest;
import io.deskgraph.tickets.status.StatusRequest;
import java.util.List;
import java.util.UUID;

/** The look-ups that a new tenant gets. */
final class FirstLookUps {

    private FirstLookUps() {}

    static List<PriorityRequest> priorities() {
        return List.of(priority("Low", 1), priority("Medium", 2), priority("High", 3), priority("Urgent", 4));
    }

    static BoardRequest board() {
        return new BoardRequest("Service desk", null, 0, true, false, null, null, null, null, false, null);
    }

    static List<StatusRequest> statuses(UUID board) {
        return List.of(
                status(board, "New", 1, false, true),
                status(board, "In progress", 2, false, false),
                status(board, "Waiting", 3, false, false),
                status(board, "Resolved", 4, true, false),
                status(board, "Closed", 5, true, false));
    }

    private static PriorityRequest priority(String name, int order) {
        return new PriorityRequest(name, null, order, null, "ticket");
    }

    private static StatusRequest status(UUID board, String name, int order, boolean closes, boolean isDefault) {
        return new StatusRequest(name, "ticket", board, closes, isDefault, order, null, null);
    }
}

package io.deskgraph.tickets.priority;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.tickets.lookup.DeskLookUp;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What priorities are. */
public final class Priorities extends DeskLookUp<Priority, PriorityRequest, PriorityView> {

    public static final Priorities KIND = new Priorities();

    private Priorities() {
        super(Priority.class, PriorityRequest.class, ReferenceState.PRIORITY, "priority_id", "priority_name");
    }

    @Override
    protected void fill(Priority row, PriorityRequest request) {
        row.priorityName = request.priorityName();
        row.description = request.description();
        row.orderNumber = or(request.orderNumber(), 0);
        row.color = request.color();
        row.itemType = or(request.itemType(), "ticket");
    }

    @Override
    public PriorityView view(Priority row) {
        return PriorityView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("priorities_name_uk", "priority_name");
    }

    @Override
    protected List<Use> uses() {
        return List.of(Use.of("tickets", "priority_id"), Use.of("boards", "default_priority_id"));
    }

    @Override
    protected Uni<Void> check(Tx tx, @Nullable PriorityView before, Priority row) {
        if (before != null) {
            requireSame("item_type", before.itemType(), row.itemType);
        }
        return Uni.createFrom().voidItem();
    }
}

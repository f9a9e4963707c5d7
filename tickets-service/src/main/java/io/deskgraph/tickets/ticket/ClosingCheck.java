package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.contracts.Permissions;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.activity.Activities;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a ticket may be closed: whether all is so that its board asks for. */
@ApplicationScoped
class ClosingCheck {

    /**
     * A child that is closed along with its master does not keep it open: that is one of a bundle that passes changes on,
     * on a board that has a status to close it with.
     */
    private static final String FIND = """
            SELECT b.close_needs_fields,
                NOT b.close_needs_resolution OR EXISTS (SELECT FROM comments c
                    WHERE c.tenant_id = $1 AND c.ticket_id = $2 AND c.deleted_at IS NULL
                        AND (c.is_resolution OR c.metadata ->> 'closes_ticket' = 'true')) AS resolved,
                NOT b.close_needs_time_entry OR EXISTS (SELECT FROM time_entries e
                    WHERE e.tenant_id = $1 AND e.ticket_id = $2) AS timed,
                CASE WHEN b.close_needs_closed_children THEN (SELECT count(*) FROM tickets t
                    WHERE t.tenant_id = $1 AND t.master_ticket_id = $2 AND NOT t.is_closed
                        AND NOT (EXISTS (SELECT FROM ticket_bundle_settings m WHERE m.tenant_id = $1
                                AND m.master_ticket_id = $2 AND m.mode = 'sync_updates')
                            AND EXISTS (SELECT FROM statuses s WHERE s.tenant_id = $1 AND s.board_id = t.board_id
                                AND s.is_closed))) ELSE 0 END AS open_children
            FROM boards b WHERE b.tenant_id = $1 AND b.id = $3""";

    private final CurrentRequest request;
    private final Activities activities;
    private final Clock clock;

    ClosingCheck(CurrentRequest request, Activities activities, Clock clock) {
        this.request = request;
        this.activities = activities;
        this.clock = clock;
    }

    /** One rule that does not hold, with what its rule has to say besides. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Broken(
            List<String> path,
            String message,
            String pointer,
            String rule,
            @Nullable Long openChildrenCount,
            @Nullable List<String> missingFields) {

        static Broken of(String rule, String message) {
            return new Broken(List.of("status_id"), message, "/status_id", rule, null, null);
        }
    }

    /** Asked when an open ticket is about to be closed. */
    Uni<Void> check(Tx tx, TicketState before, TicketDraft wanted, Closing closing, TicketEdit.RulesOverride override) {
        if (before.isClosed() || !closing.isClosed()) {
            return Uni.createFrom().voidItem();
        }
        return tx.sql(FIND, tx.tenant(), before.ticketId(), wanted.boardId())
                .map(found -> broken(found, wanted))
                .chain(broken -> broken.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : passOver(tx, before.ticketId(), broken, override));
    }

    private Uni<Void> passOver(Tx tx, UUID ticket, List<Broken> broken, TicketEdit.RulesOverride override) {
        if (!override.asked() || !request.caller().may(Permissions.TICKET_CLOSE_OVERRIDE)) {
            throw Problem.of(ErrorCode.VALIDATION_ERROR, "Ticket close rules not satisfied", broken);
        }
        List<String> rules = broken.stream().map(Broken::rule).toList();
        Map<String, Change> overridden = Map.of("override_close_rules", new Change(rules, override.reason()));
        return activities.append(tx, ticket, "TICKET_CLOSE_RULES_OVERRIDDEN", Times.now(clock), overridden);
    }

    private static List<Broken> broken(RowSet<Row> found, TicketDraft wanted) {
        List<Broken> broken = new ArrayList<>();
        for (Row rules : found) {
            if (!rules.getBoolean("resolved")) {
                broken.add(Broken.of("resolution_comment", "A resolution comment is required"));
            }
            if (!rules.getBoolean("timed")) {
                broken.add(Broken.of("time_entry", "A time entry is required"));
            }
            openChildren(rules.getLong("open_children"), broken);
            missing(rules.getArrayOfStrings("close_needs_fields"), wanted, broken);
        }
        return broken;
    }

    private static void openChildren(long count, List<Broken> broken) {
        if (count > 0) {
            String message = count + " bundled ticket(s) are still open";
            broken.add(new Broken(List.of("status_id"), message, "/status_id", "open_children", count, null));
        }
    }

    private static void missing(String[] required, TicketDraft wanted, List<Broken> broken) {
        List<String> missing = Arrays.stream(required)
                .filter(field -> value(field, wanted) == null)
                .toList();
        if (!missing.isEmpty()) {
            String message = "Required: " + String.join(", ", missing);
            broken.add(new Broken(List.of("status_id"), message, "/status_id", "required_fields", null, missing));
        }
    }

    private static @Nullable UUID value(String field, TicketDraft wanted) {
        return switch (field) {
            case "category_id" -> wanted.categoryId();
            case "subcategory_id" -> wanted.subcategoryId();
            case "priority_id" -> wanted.priorityId();
            case "assigned_to" -> wanted.assignedTo();
            default -> throw new IllegalArgumentException(field);
        };
    }
}

package io.deskgraph.tickets.ticket;

import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a ticket refers to exists and fits together. The foreign keys would refuse the same, save for what is only
 * copied here; this says which member is wrong, all of them at once.
 */
@ApplicationScoped
class References {

    /** What is not referred to is looked for under {@link #NOTHING} and not found, which is no mistake. */
    private static final String CHECK = """
            SELECT (SELECT s.is_closed FROM statuses s
                    WHERE s.tenant_id = $1 AND s.board_id = $2 AND s.id = $3) AS closing,
                EXISTS (SELECT FROM boards b WHERE b.tenant_id = $1 AND b.id = $2) AS board_id,
                EXISTS (SELECT FROM clients c WHERE c.tenant_id = $1 AND c.id = $4) AS client_id,
                EXISTS (SELECT FROM client_locations l
                    WHERE l.tenant_id = $1 AND l.client_id = $4 AND l.id = $5) AS location_id,
                EXISTS (SELECT FROM contacts n
                    WHERE n.tenant_id = $1 AND n.id = $6 AND coalesce(n.client_id, $4) = $4) AS contact_name_id,
                EXISTS (SELECT FROM categories g
                    WHERE g.tenant_id = $1 AND g.id = $7) AS category_id,
                EXISTS (SELECT FROM categories g
                    WHERE g.tenant_id = $1 AND g.id = $8
                        AND ($7 = '00000000-0000-0000-0000-000000000000' OR g.parent_category = $7)) AS subcategory_id,
                EXISTS (SELECT FROM priorities p
                    WHERE p.tenant_id = $1 AND p.id = $9 AND p.item_type = 'ticket') AS priority_id,
                $10::uuid IS NULL OR EXISTS (SELECT FROM user_copies u
                    WHERE u.tenant_id = $1 AND u.id = $10 AND NOT u.is_inactive) AS assigned_to""";

    /**
     * Instead of null, for which PostgreSQL would plan anew at each call: with a null among its conditions a part of the
     * plan can be left out, and such a plan seems so much cheaper than the one that is kept that it is never used.
     */
    private static final UUID NOTHING = new UUID(0, 0);

    private static final String USER = "SELECT FROM user_copies WHERE tenant_id = $1 AND id = $2";

    private static final List<Reference> REFERENCES = List.of(
            new Reference("board_id", TicketDraft::boardId, "No such board"),
            new Reference("client_id", TicketDraft::clientId, "No such client"),
            new Reference("location_id", TicketDraft::locationId, "No such location of this client"),
            new Reference("contact_name_id", TicketDraft::contactNameId, "No such contact of this client"),
            new Reference("category_id", TicketDraft::categoryId, "No such category"),
            new Reference("subcategory_id", TicketDraft::subcategoryId, "No such subcategory of this category"),
            new Reference("priority_id", TicketDraft::priorityId, "No such priority"),
            new Reference("assigned_to", TicketDraft::assignedTo, "No such active user"));

    /**
     * Whether the status closes.
     *
     * @param before the ticket as it is; an assignee it already has is not looked at again, as people leave
     */
    Uni<Boolean> check(Tx tx, TicketDraft ticket, @Nullable TicketState before) {
        boolean keepsAssignee = before != null && Objects.equals(before.assignedTo(), ticket.assignedTo());
        UUID newAssignee = keepsAssignee ? null : ticket.assignedTo();
        return tx.sql(
                        CHECK,
                        tx.tenant(),
                        ticket.boardId(),
                        ticket.statusId(),
                        ticket.clientId(),
                        orNothing(ticket.locationId()),
                        orNothing(ticket.contactNameId()),
                        orNothing(ticket.categoryId()),
                        orNothing(ticket.subcategoryId()),
                        ticket.priorityId(),
                        newAssignee)
                .map(rows -> closing(ticket, rows.iterator().next()));
    }

    private static UUID orNothing(@Nullable UUID id) {
        return Objects.requireNonNullElse(id, NOTHING);
    }

    /** Somebody who is or was a user; null asks nothing. */
    Uni<Void> requireUser(Tx tx, String member, @Nullable UUID user) {
        return user == null
                ? Uni.createFrom().voidItem()
                : tx.sql(USER, tx.tenant(), user)
                        .invoke(found -> requireOne(member, found.rowCount()))
                        .replaceWithVoid();
    }

    private static void requireOne(String member, int count) {
        if (count == 0) {
            throw Problem.invalid(member, "No such user");
        }
    }

    private static boolean closing(TicketDraft ticket, Row found) {
        List<Detail> mistakes = new ArrayList<>();
        for (Reference reference : REFERENCES) {
            if (reference.id().apply(ticket) != null && !found.getBoolean(reference.member())) {
                mistakes.add(Detail.of(reference.member(), reference.message()));
            }
        }
        Boolean closing = found.getBoolean("closing");
        if (closing == null) {
            mistakes.add(Detail.of(
                    "status_id",
                    "status_id " + ticket.statusId() + " does not belong to board_id " + ticket.boardId()));
        }
        if (closing == null || !mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
        return closing;
    }

    /** A member of a ticket, what it refers to, and what is said when there is no such thing. */
    private record Reference(String member, Function<TicketDraft, @Nullable UUID> id, String message) {}
}

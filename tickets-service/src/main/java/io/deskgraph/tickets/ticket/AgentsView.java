package io.deskgraph.tickets.ticket;

import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a ticket.
 *
 * @param primaryAgent whom it is assigned to
 * @param additionalAgents newest first
 */
public record AgentsView(UUID ticketId, @Nullable Agent primaryAgent, List<AdditionalAgent> additionalAgents) {

    /** Names are null where the user is not known here any more. */
    public record Agent(
            UUID userId,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email) {

        static @Nullable Agent of(Row row) {
            UUID user = row.getUUID("user_id");
            return user == null
                    ? null
                    : new Agent(user, row.getString("first_name"), row.getString("last_name"), row.getString("email"));
        }
    }

    public record AdditionalAgent(
            UUID assignmentId,
            UUID userId,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String role,
            Instant assignedAt) {

        static AdditionalAgent of(Row row) {
            return new AdditionalAgent(
                    row.getUUID("assignment_id"),
                    row.getUUID("user_id"),
                    row.getString("first_name"),
                    row.getString("last_name"),
                    row.getString("email"),
                    row.getString("role"),
                    Times.of(row, "assigned_at"));
        }
    }
}

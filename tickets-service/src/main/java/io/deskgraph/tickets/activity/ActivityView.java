package io.deskgraph.tickets.activity;

import com.fasterxml.jackson.core.type.TypeReference;
import io.deskgraph.contracts.event.Change;
import io.deskgraph.tickets.sql.FreeForm;
import io.deskgraph.tickets.sql.Times;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a ticket's history. */
public record ActivityView(
        UUID activityId,

        @Schema(examples = "TICKET_COMMENT_ADDED") String eventType,

        Instant occurredAt,

        @Schema(examples = "USER", description = "USER, API_KEY or SYSTEM")
        String actorType,

        @Nullable UUID actorId,
        @Nullable String actorName,

        @Schema(examples = "api", description = "api or system")
        String source,

        @Schema(description = "What became different, by member")
        Map<String, Change> changes) {

    private static final TypeReference<Map<String, Change>> CHANGES = new TypeReference<>() {};

    static ActivityView of(Row row, FreeForm json) {
        return new ActivityView(
                row.getUUID("id"),
                row.getString("event_type"),
                Times.of(row, "occurred_at"),
                row.getString("actor_type"),
                row.getUUID("actor_id"),
                row.getString("actor_name"),
                row.getString("source"),
                json.read(row.getString("changes"), CHANGES));
    }
}

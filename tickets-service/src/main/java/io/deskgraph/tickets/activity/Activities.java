package io.deskgraph.tickets.activity;

import io.deskgraph.contracts.event.Change;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.sql.FreeForm;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends to the history of a ticket. */
@ApplicationScoped
public class Activities {

    private static final String APPEND = """
            INSERT INTO ticket_activities (tenant_id, id, ticket_id, event_type, occurred_at, actor_type, actor_id,
                                           actor_name, source, changes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb)""";

    private final CurrentRequest request;
    private final FreeForm json;

    Activities(CurrentRequest request, FreeForm json) {
        this.request = request;
        this.json = json;
    }

    /** @param type as in {@code TICKET_CREATED} */
    public Uni<Void> append(Tx tx, UUID ticket, String type, Instant at, Map<String, Change> changes) {
        Caller caller = request.caller();
        return append(
                tx, ticket, type, at, changes, new Actor(caller.actorType(), caller.userId(), caller.name(), "api"));
    }

    /** What the system does of itself. */
    public Uni<Void> appendBySystem(Tx tx, UUID ticket, String type, Instant at, Map<String, Change> changes) {
        return append(tx, ticket, type, at, changes, Actor.SYSTEM);
    }

    private Uni<Void> append(Tx tx, UUID ticket, String type, Instant at, Map<String, Change> changes, Actor actor) {
        return tx.last(
                APPEND,
                tx.tenant(),
                Ids.next(),
                ticket,
                type,
                Times.at(at),
                actor.type(),
                actor.id(),
                actor.name(),
                actor.source(),
                json.write(changes));
    }

    private record Actor(
            String type, @Nullable UUID id, @Nullable String name, String source) {

        static final Actor SYSTEM = new Actor("SYSTEM", null, null, "system");
    }
}

package io.deskgraph.gateway.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.Fact;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announces a change and puts it on record, in the transaction that makes it: none of the three goes without the others. */
@ApplicationScoped
public class Ledger {

    private static final String INSERT = """
            INSERT INTO identity_audit (tenant_id, id, occurred_at, actor_type, actor_id, actor_name, action, subject_type,
                                        subject_id, changes, request_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11)""";

    private final Outbox outbox;
    private final CurrentRequest request;
    private final ObjectMapper json;
    private final Clock clock;

    Ledger(Outbox outbox, CurrentRequest request, ObjectMapper json, Clock clock) {
        this.outbox = outbox;
        this.request = request;
        this.json = json;
        this.clock = clock;
    }

    public Uni<Void> enter(Tx tx, Fact fact) {
        String[] type = fact.type().split("\\.");
        Caller caller = caller();
        return outbox.append(tx, fact)
                .chain(() -> tx.sql(
                        INSERT,
                        tx.tenant(),
                        Ids.next(),
                        Stamp.now(clock).column(),
                        caller == null ? "SYSTEM" : caller.actorType(),
                        caller == null ? null : caller.userId(),
                        caller == null ? null : caller.name(),
                        type[2] + "." + type[3],
                        type[2],
                        UUID.fromString(fact.aggregateId()),
                        text(fact.payload()),
                        caller == null ? null : request.requestId()))
                .replaceWithVoid();
    }

    private @Nullable Caller caller() {
        boolean serving = Arc.container().requestContext().isActive() && request.hasCaller();
        return serving ? request.caller() : null;
    }

    private String text(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change cannot be written as JSON", e);
        }
    }
}

package io.deskgraph.assets.lookup;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes look-ups. */
@Singleton
public class LookUps {

    private static final String NEXT_NUMBER = """
            INSERT INTO number_counters AS n (tenant_id, kind, last_number) VALUES ($1, $2, 1)
            ON CONFLICT ON CONSTRAINT number_counters_pk DO UPDATE SET last_number = n.last_number + 1
            RETURNING last_number""";

    private final CurrentRequest request;
    private final Outbox outbox;
    private final Clock clock;

    LookUps(CurrentRequest request, Outbox outbox, Clock clock) {
        this.request = request;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives the new row its identity, stores and announces it. The name of another: 409. */
    public <E extends LookUp> Uni<E> create(Tx tx, PanacheRepositoryBase<E, UUID> repository, E fresh) {
        sign(tx, fresh);
        return tx.sql(NEXT_NUMBER, tx.tenant(), fresh.kind())
                .invoke(counted -> fresh.number = counted.iterator().next().getLong("last_number"))
                .chain(() -> repository.persistAndFlush(fresh))
                .onFailure()
                .transform(failure -> explain(failure, fresh))
                .call(() -> outbox.append(tx, state(fresh).written(Topics.ASSETS, Map.of())));
    }

    private void sign(Tx tx, LookUp fresh) {
        fresh.id = Ids.next();
        fresh.tenantId = tx.tenant();
        fresh.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        fresh.createdBy = request.caller().userId();
        fresh.updatedAt = fresh.createdAt;
        fresh.updatedBy = fresh.createdBy;
        fresh.version = 1;
    }

    private static ReferenceState state(LookUp row) {
        return new ReferenceState(row.kind(), row.id.toString(), row.name, row.attributes(), row.version);
    }

    private static Throwable explain(Throwable failure, LookUp row) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused
                    && String.valueOf(refused.getConstraint()).endsWith("_name_uk")) {
                return Problem.conflict("A " + row.kind() + " named '" + row.name + "' already exists");
            }
        }
        return failure;
    }
}

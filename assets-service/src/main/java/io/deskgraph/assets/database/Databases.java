package io.deskgraph.assets.database;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Brings the default database into being when a tenant first needs it. */
@Singleton
public class Databases {

    public static final String DEFAULT = "default";

    private static final String CREATE = """
            INSERT INTO asset_databases (tenant_id, id, created_at, updated_at, version) VALUES ($1, $2, $3, $3, 1)
            ON CONFLICT ON CONSTRAINT asset_databases_pk DO NOTHING""";

    private final Outbox outbox;
    private final Clock clock;

    Databases(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does nothing where another request was faster. */
    public Uni<Void> createDefault(Tx tx) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        return tx.sql(CREATE, tx.tenant(), DEFAULT, now)
                .chain(created -> created.rowCount() == 0 ? Uni.createFrom().voidItem() : announce(tx));
    }

    private Uni<Void> announce(Tx tx) {
        var state = new ReferenceState(ReferenceState.DATABASE, DEFAULT, DEFAULT, Map.of("description", ""), 1);
        return outbox.append(tx, state.written(Topics.ASSETS, Map.of()));
    }
}

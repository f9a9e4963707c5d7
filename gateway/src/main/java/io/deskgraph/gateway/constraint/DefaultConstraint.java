package io.deskgraph.gateway.constraint;

import io.deskgraph.gateway.identity.Stamp;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.policy.DefaultPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives a tenant the constraint that everybody starts with, once: whoever has changed or deleted it keeps it so. */
@Singleton
public class DefaultConstraint {

    private static final String TOUCHED = """
            SELECT EXISTS (SELECT FROM policies WHERE tenant_id = $1)
                OR EXISTS (SELECT FROM identity_audit WHERE tenant_id = $1 AND subject_type = 'policy') AS touched""";

    private final ConstraintTable table;
    private final ConstraintWrites writes;
    private final Clock clock;

    DefaultConstraint(ConstraintTable table, ConstraintWrites writes, Clock clock) {
        this.table = table;
        this.writes = writes;
        this.clock = clock;
    }

    public Uni<Void> createUnlessTouched(Tx tx) {
        return table.takeTurn(tx)
                .chain(() -> tx.sql(TOUCHED, tx.tenant()))
                .map(rows -> rows.iterator().next().getBoolean("touched"))
                .chain(touched -> touched ? Uni.createFrom().voidItem() : create(tx));
    }

    private Uni<Void> create(Tx tx) {
        return writes.create(tx, DefaultPolicy.of(Ids.next(), Stamp.now(clock).instant()), null);
    }
}

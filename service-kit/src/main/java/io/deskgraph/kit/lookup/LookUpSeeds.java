package io.deskgraph.kit.lookup;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Makes look-ups that nobody asked for, such as those a new tenant starts with. */
@Singleton
public class LookUpSeeds {

    private final LookUpEvents events;
    private final Clock clock;

    LookUpSeeds(LookUpEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Stores and announces it, in the name of the system. */
    public <E extends LookUp, R extends Record> Uni<E> add(Tx tx, LookUpKind<E, R, ?> kind, R like) {
        E row = kind.table.fresh();
        row.begin(tx.tenant(), Ids.next(), null, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        kind.fill(row, like);
        return kind.table
                .insert(tx, row)
                .chain(() -> events.created(tx, kind, row))
                .replaceWith(row);
    }
}

package io.deskgraph.links.copy;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The end of an asset or a ticket. Its dependents go, then its copy, and a note stays that keeps older news out. The
 * copy's row is locked first: links being made at this moment are waited for and then found, later ones are refused by
 * their foreign key.
 */
@ApplicationScoped
class Departures {

    /** There may be no row to lock yet, so a look-up's answer and a deletion meet at an advisory lock. */
    private static final String LOCK_END = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";

    private static final String RECORD = """
            INSERT INTO departures (tenant_id, kind, id, version, departed_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT ON CONSTRAINT departures_pk DO NOTHING""";

    private static final String FIND = "SELECT FROM departures WHERE tenant_id = $1 AND kind = $2 AND id = $3";

    private final AssetCopies assets;
    private final TicketCopies tickets;
    private final List<Dependents> dependents;
    private final Clock clock;

    Departures(AssetCopies assets, TicketCopies tickets, @All List<Dependents> dependents, Clock clock) {
        this.assets = assets;
        this.tickets = tickets;
        this.dependents = dependents;
        this.clock = clock;
    }

    Uni<Void> depart(Tx tx, End end, ReceivedEvent deletion) {
        return lock(tx, end)
                .chain(() -> record(tx, end, deletion.version()))
                .chain(() -> copies(end).lock(tx, end.id()))
                .chain(() -> release(tx, end, deletion))
                .chain(() -> copies(end).remove(tx, end.id()));
    }

    /** Held to the end of the transaction. */
    Uni<Void> lock(Tx tx, End end) {
        return tx.sql(LOCK_END, tx.tenant() + "/" + end.kind() + "/" + end.id()).replaceWithVoid();
    }

    Uni<Boolean> contains(Tx tx, End end) {
        return tx.sql(FIND, tx.tenant(), end.kind().text(), end.id()).map(found -> found.rowCount() > 0);
    }

    private Uni<Void> record(Tx tx, End end, long version) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return tx.sql(RECORD, tx.tenant(), end.kind().text(), end.id(), version, now)
                .replaceWithVoid();
    }

    private Uni<Void> release(Tx tx, End end, ReceivedEvent deletion) {
        return Multi.createFrom()
                .iterable(dependents)
                .onItem()
                .transformToUniAndConcatenate(one -> one.release(tx, end, deletion))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private CopyTable copies(End end) {
        return end.kind() == End.Kind.ASSET ? assets : tickets;
    }
}

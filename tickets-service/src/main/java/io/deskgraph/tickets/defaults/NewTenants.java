package io.deskgraph.tickets.defaults;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.inbox.EventHandler;
import io.deskgraph.kit.inbox.ReceivedEvent;
import io.deskgraph.kit.lookup.LookUp;
import io.deskgraph.kit.lookup.LookUpKind;
import io.deskgraph.kit.lookup.LookUpSeeds;
import io.deskgraph.tickets.board.Boards;
import io.deskgraph.tickets.priority.Priorities;
import io.deskgraph.tickets.status.Statuses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** Furnishes a tenant when it comes into being. */
@Singleton
class NewTenants implements EventHandler {

    private static final String PRESENT = """
            SELECT EXISTS (SELECT FROM priorities WHERE tenant_id = $1 AND item_type = 'ticket') AS priorities,
                EXISTS (SELECT FROM boards WHERE tenant_id = $1) AS boards""";

    private final LookUpSeeds seeds;

    NewTenants(LookUpSeeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public String topic() {
        return Topics.IDENTITY;
    }

    @Override
    public Uni<Void> apply(Tx tx, ReceivedEvent event) {
        boolean concerns = event.type().equals(EventTypes.TENANT_CREATED)
                && event.subject().equals(tx.tenant().toString());
        return concerns
                ? tx.sql(PRESENT, tx.tenant())
                        .chain(found -> furnish(tx, found.iterator().next()))
                : Uni.createFrom().voidItem();
    }

    /** Furnished once: what the tenant has thrown out since stays out. */
    @Override
    public Uni<Void> restore(Tx tx, ReceivedEvent event) {
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> furnish(Tx tx, Row present) {
        Uni<Void> nothing = Uni.createFrom().voidItem();
        Uni<Void> priorities = addAll(tx, Priorities.KIND, FirstLookUps.priorities());
        return (present.getBoolean("priorities") ? nothing : priorities)
                .chain(() -> present.getBoolean("boards") ? nothing : addBoard(tx));
    }

    private Uni<Void> addBoard(Tx tx) {
        return seeds.add(tx, Boards.KIND, FirstLookUps.board())
                .chain(board -> addAll(tx, Statuses.KIND, FirstLookUps.statuses(board.id)));
    }

    private <E extends LookUp, R extends Record> Uni<Void> addAll(Tx tx, LookUpKind<E, R, ?> kind, List<R> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> seeds.add(tx, kind, one))
                .collect()
                .last()
                .replaceWithVoid();
    }
}

package io.deskgraph.links.copy;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.links.copy.Owners.Found;
import io.deskgraph.links.copy.UnknownEnd.TaggedAsset;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work that needs to know assets and tickets; where it finds one unknown its owner is asked, the answer is kept as
 * the copy, and the work is done again. No transaction is open while an owner is asked.
 */
@ApplicationScoped
public class LookUps {

    /** A link has two ends. */
    private static final int ENDS = 2;

    private final Transactions transactions;
    private final Departures departures;
    private final Owners owners;

    LookUps(Transactions transactions, Departures departures, Owners owners) {
        this.transactions = transactions;
        this.departures = departures;
        this.owners = owners;
    }

    /** @param work fails with {@link UnknownEnd} where it misses a copy, and can then be done again */
    public <T> Uni<T> learning(Supplier<Uni<T>> work) {
        return attempt(work, ENDS);
    }

    private <T> Uni<T> attempt(Supplier<Uni<T>> work, int left) {
        Uni<T> attempt = Uni.createFrom().deferred(work::get);
        return left == 0
                ? attempt.onFailure(UnknownEnd.class).transform(unknown -> ((UnknownEnd) unknown).refusal())
                : attempt.onFailure(UnknownEnd.class)
                        .recoverWithUni(unknown -> learn((UnknownEnd) unknown).chain(() -> attempt(work, left - 1)));
    }

    private Uni<Void> learn(UnknownEnd unknown) {
        End end = unknown.end();
        TaggedAsset tagged = unknown.tagged();
        if (tagged != null) {
            return owners.ask(tagged).chain(found -> keep(found, unknown));
        }
        return end == null ? fail(unknown) : learn(end, unknown);
    }

    private Uni<Void> learn(End end, UnknownEnd unknown) {
        return transactions
                .run(tx -> departures.contains(tx, end))
                .chain(departed -> departed ? fail(unknown) : owners.ask(end).chain(found -> keep(found, unknown)));
    }

    private Uni<Void> keep(@Nullable Found found, UnknownEnd unknown) {
        return found == null
                ? fail(unknown)
                : transactions.run(tx -> departures.lock(tx, found.end()).chain(() -> found.store()
                        .apply(tx)));
    }

    private static Uni<Void> fail(UnknownEnd unknown) {
        return Uni.createFrom().failure(unknown.refusal());
    }
}

package io.deskgraph.links.copy;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

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
                ? attempt.onFailure(UnknownEnd.class).transform(unknown -> absent((UnknownEnd) unknown))
                : attempt.onFailure(UnknownEnd.class)
                        .recoverWithUni(unknown -> learn((UnknownEnd) unknown).chain(() -> attempt(work, left - 1)));
    }

    private Uni<Void> learn(UnknownEnd unknown) {
        return transactions
                .run(tx -> departures.contains(tx, unknown.end()))
                .chain(departed -> departed ? fail(unknown) : ask(unknown));
    }

    private Uni<Void> ask(UnknownEnd unknown) {
        return owners.ask(unknown.end()).chain(answer -> answer == null ? fail(unknown) : keep(unknown.end(), answer));
    }

    private Uni<Void> keep(End end, Function<Tx, Uni<Void>> answer) {
        return transactions.run(tx -> departures.lock(tx, end).chain(() -> answer.apply(tx)));
    }

    private static Uni<Void> fail(UnknownEnd unknown) {
        return Uni.createFrom().failure(absent(unknown));
    }

    private static Problem absent(UnknownEnd unknown) {
        return Problem.notFound(unknown.text());
    }
}

package io.deskgraph.tickets.bundle;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** One thing a client may do to tickets and bundles. */
sealed interface Step {

    record Create(int master, List<Integer> children, boolean sync, boolean allowClosed) implements Step {}

    record Add(int master, List<Integer> children, boolean allowClosed) implements Step {}

    record Remove(int master, int child) implements Step {}

    record Unbundle(int master) implements Step {}

    record Promote(int master, int child) implements Step {}

    record Settings(
            int master, @Nullable Boolean sync, @Nullable Boolean reopen) implements Step {}

    /** @param status an index of the model's, of whatever board: the ticket's own one nearest to it is taken */
    record Change(
            int ticket,
            @Nullable Integer status,
            @Nullable Integer priority,
            @Nullable Integer assignee) implements Step {

        /** The status on the ticket's board, as a client would choose it. */
        @Nullable
        Integer ownStatus() {
            if (status == null) {
                return null;
            }
            int board = BundleModel.board(ticket);
            List<BundleModel.Status> own = BundleModel.STATUSES.stream()
                    .filter(one -> one.board() == board)
                    .toList();
            return BundleModel.STATUSES.indexOf(own.get(status % own.size()));
        }
    }

    record Comment(int ticket, boolean internal) implements Step {}

    record Delete(int ticket, boolean unbundle) implements Step {}

    /** What the service has to answer; the model is then as the service has to be. */
    default int apply(BundleModel model) {
        if (this instanceof Create it) {
            return model.create(it.master(), it.children(), it.sync(), it.allowClosed());
        } else if (this instanceof Add it) {
            return model.add(it.master(), it.children(), it.allowClosed());
        } else if (this instanceof Remove it) {
            return model.remove(it.master(), it.child());
        } else if (this instanceof Unbundle it) {
            return model.unbundle(it.master());
        } else if (this instanceof Promote it) {
            return model.promote(it.master(), it.child());
        } else if (this instanceof Settings it) {
            return model.settings(it.master(), it.sync(), it.reopen());
        } else if (this instanceof Change it) {
            return model.change(it.ticket(), it.ownStatus(), it.priority(), it.assignee());
        } else if (this instanceof Comment it) {
            return model.comment(it.ticket(), it.internal());
        }
        Delete it = (Delete) this;
        return model.delete(it.ticket(), it.unbundle());
    }

    /** The same with bundles that are followed. */
    default Step following() {
        if (this instanceof Create it) {
            return new Create(it.master(), it.children(), true, it.allowClosed());
        }
        return this instanceof Settings it ? new Settings(it.master(), true, it.reopen()) : this;
    }

    static Arbitrary<Step> any() {
        Arbitrary<Integer> ticket = Arbitraries.integers().between(0, BundleModel.TICKETS - 1);
        Arbitrary<List<Integer>> some = ticket.list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Boolean> often = Arbitraries.of(true, true, true, false);
        Arbitrary<Integer> user = Arbitraries.integers().between(BundleModel.NOBODY, 1);
        return Arbitraries.frequencyOf(
                Tuple.of(4, Combinators.combine(ticket, some, often, flag).as(Create::new)),
                Tuple.of(4, Combinators.combine(ticket, some, flag).as(Add::new)),
                Tuple.of(4, Combinators.combine(ticket, ticket).as(Remove::new)),
                Tuple.of(1, ticket.map(Unbundle::new)),
                Tuple.of(4, Combinators.combine(ticket, ticket).as(Promote::new)),
                Tuple.of(
                        2,
                        Combinators.combine(ticket, flag.injectNull(0.4), flag.injectNull(0.4))
                                .as(Settings::new)),
                Tuple.of(
                        8,
                        Combinators.combine(
                                        ticket,
                                        Arbitraries.integers().between(0, 3).injectNull(0.4),
                                        Arbitraries.integers().between(0, 1).injectNull(0.6),
                                        user.injectNull(0.6))
                                .as(Change::new)),
                Tuple.of(
                        4,
                        Combinators.combine(ticket, Arbitraries.of(false, false, true))
                                .as(Comment::new)),
                Tuple.of(1, Combinators.combine(ticket, flag).as(Delete::new)));
    }
}

package io.deskgraph.tickets.sql;

import io.deskgraph.kit.data.Retries;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Transactions that lock several tickets do so in one order, by what they have just read about them; when roles in a bundle
 * change in between, two may still wait for each other.
 */
public final class Deadlocks {

    private static final Set<String> STATES = Set.of(Retries.DEADLOCK);

    private Deadlocks() {}

    /** @param transaction a whole one, without effects elsewhere */
    public static <T> Uni<T> again(Uni<T> transaction) {
        return Retries.after(STATES, transaction);
    }
}

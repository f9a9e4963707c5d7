package io.deskgraph.links.copy;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.util.Set;

/** An end was deleted while it was being linked, or a deletion waited for us and we for it: the transaction runs again. */
public final class LostToADeletion {

    private static final Set<String> STATES = Set.of("23503", "40P01");
    private static final int TIMES = 3;

    private LostToADeletion() {}

    /** @param transaction a whole one, without effects elsewhere */
    public static <T> Uni<T> again(Uni<T> transaction) {
        return transaction.onFailure(LostToADeletion::isOne).retry().atMost(TIMES);
    }

    private static boolean isOne(Throwable failure) {
        return failure instanceof PgException refused && STATES.contains(refused.getSqlState());
    }
}

package io.deskgraph.links.copy;

import io.deskgraph.kit.data.Retries;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** An end was deleted while it was being linked, or a deletion waited for us and we for it. */
public final class LostToADeletion {

    private static final Set<String> STATES = Set.of(Retries.LOST_REFERENCE, Retries.DEADLOCK);

    private LostToADeletion() {}

    /** @param transaction a whole one, without effects elsewhere */
    public static <T> Uni<T> again(Uni<T> transaction) {
        return Retries.after(STATES, transaction);
    }
}

package io.deskgraph.kit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Set<String> STATES = Set.of(Retries.DEADLOCK);

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void whatWasLostPassesTheNextTime() {
        RuntimeException wrapped = new CompletionException(new IllegalStateException(refusal(Retries.DEADLOCK)));

        assertEquals(3, run(failing(2, wrapped)));
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        PgException refusal = refusal(Retries.LOST_REFERENCE);

        assertSame(refusal, assertThrows(PgException.class, () -> run(failing(1, refusal))));
        assertEquals(1, runs.get());
    }

    @Test
    void itEnds() {
        assertThrows(PgException.class, () -> run(failing(100, refusal(Retries.DEADLOCK))));
        assertEquals(4, runs.get());
    }

    private Uni<Integer> failing(int times, RuntimeException failure) {
        return Uni.createFrom().item(() -> {
            if (runs.incrementAndGet() <= times) {
                throw failure;
            }
            return runs.get();
        });
    }

    private static int run(Uni<Integer> transaction) {
        return Retries.after(STATES, transaction).await().indefinitely();
    }

    private static PgException refusal(String state) {
        return new PgException("refused", "ERROR", state, null);
    }
}

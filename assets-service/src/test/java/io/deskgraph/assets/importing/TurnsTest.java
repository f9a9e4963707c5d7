package io.deskgraph.assets.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(1, 1);
    private final List<String> begun = new ArrayList<>();

    @Test
    void oneWorksOneWaitsAndTheThirdIsRefused() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> working = take("first", Uni.createFrom().completionStage(first));
        CompletableFuture<String> waiting = take("second", Uni.createFrom().item("done"));
        CompletableFuture<String> refused = take("third", Uni.createFrom().item("done"));

        assertTrue(refused.isCompletedExceptionally());
        assertThrows(
                Problem.class,
                () -> Uni.createFrom().completionStage(refused).await().indefinitely());
        assertEquals(List.of("first"), begun);
        assertFalse(waiting.isDone());

        first.complete("done");

        assertEquals("done", working.join());
        assertEquals("done", waiting.join());
        assertEquals(List.of("first", "second"), begun);
        assertEquals("done", take("fourth", Uni.createFrom().item("done")).join());
    }

    @Test
    void whoeverFailsMakesRoomToo() {
        assertTrue(take("fails", Uni.createFrom().failure(new IllegalStateException()))
                .isCompletedExceptionally());
        assertTrue(turns.take(() -> {
                    throw new IllegalStateException();
                })
                .subscribeAsCompletionStage()
                .isCompletedExceptionally());

        assertEquals("done", take("next", Uni.createFrom().item("done")).join());
    }

    private CompletableFuture<String> take(String name, Uni<String> work) {
        return turns.<String>take(() -> {
                    begun.add(name);
                    return work;
                })
                .subscribeAsCompletionStage();
    }
}

package io.deskgraph.gateway.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.Eventually;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client that never falls silent for long and never comes to the point. */
public final class Trickle {

    private static final int MOST = 100;

    private Trickle() {}

    /** A byte every tenth of a second, until the other side has had enough; fails if it never has. */
    public static CompletableFuture<Void> begin(String first, Consumer<byte[]> to) {
        return CompletableFuture.runAsync(() -> {
            int sent = 0;
            try {
                to.accept(first.getBytes(StandardCharsets.US_ASCII));
                for (; sent < MOST; sent++) {
                    pause(100);
                    to.accept(new byte[] {'x'});
                }
            } catch (UncheckedIOException closed) {
                assertTrue(closed.getCause() != null);
            }
            assertTrue(sent < MOST, "the other side listened to the end");
        });
    }

    public static void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        Eventually.until("the pause is over", () -> System.nanoTime() > until);
    }
}

package io.deskgraph.gateway.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final long START = 1_000_000;
    private static final KeyRing.Times TIMES = new KeyRing.Times(600_000, 30_000, 3_600_000);

    private final Deque<Promise<KeySet>> asked = new ArrayDeque<>();
    private final RsaJsonWebKey first = TestIssuer.key();
    private final RsaJsonWebKey second = TestIssuer.key();
    private final KeyRing ring = new KeyRing(this::ask, TIMES);

    private Future<KeySet> ask() {
        asked.add(Promise.promise());
        return asked.getLast().future();
    }

    @Test
    void thoseWhoComeTogetherWaitForOneAnswer() {
        // When
        Future<KeySet> one = ring.keysFor(first.getKeyId(), START);
        Future<KeySet> other = ring.keysFor(second.getKeyId(), START + 1);

        // Then
        assertEquals(1, asked.size());
        assertFalse(one.isComplete());
        asked.getLast().complete(keys(first));
        assertTrue(one.result().knows(first.getKeyId()));
        assertFalse(other.result().knows(second.getKeyId()));
    }

    @Test
    void anUnknownKeyIsAskedForAfterTheIntervalOnly() {
        // Given
        ring.keysFor(first.getKeyId(), START);
        asked.getLast().complete(keys(first));

        // Then
        assertTrue(ring.keysFor(second.getKeyId(), START + 29_999).isComplete());
        assertEquals(1, asked.size());
        Future<KeySet> later = ring.keysFor(second.getKeyId(), START + 30_000);
        assertEquals(2, asked.size());
        asked.getLast().complete(keys(first, second));
        assertTrue(later.result().knows(second.getKeyId()));
    }

    @Test
    void whoFailsIsNotAskedAgainAtOnce() {
        ring.keysFor(first.getKeyId(), START);
        asked.getLast().fail("away");

        assertFalse(ring.keysFor(first.getKeyId(), START + 1).result().knows(first.getKeyId()));
        assertEquals(1, asked.size());
    }

    @Test
    void oldKeysAreRenewedInTheBackground() {
        // Given
        ring.keysFor(first.getKeyId(), START);
        asked.getLast().complete(keys(first));

        // When
        Future<KeySet> served = ring.keysFor(first.getKeyId(), START + 600_000);

        // Then
        assertTrue(served.result().knows(first.getKeyId()));
        assertEquals(2, asked.size());
        asked.getLast().complete(keys(second));
        assertFalse(ring.keysFor(first.getKeyId(), START + 600_001).result().knows(first.getKeyId()));
    }

    @Test
    void keysThatNobodyConfirmsServeForAWhile() {
        // Given
        ring.keysFor(first.getKeyId(), START);
        asked.getLast().complete(keys(first));

        // When: the issuer is away from now on
        ring.keysFor(first.getKeyId(), START + 3_599_000);
        asked.getLast().fail("away");

        // Then
        assertTrue(ring.keysFor(first.getKeyId(), START + 3_599_999).result().knows(first.getKeyId()));
        assertFalse(ring.keysFor(first.getKeyId(), START + 3_600_000).result().knows(first.getKeyId()));
    }

    @Test
    void notEverybodyMayWait() {
        IntStream.range(0, 1_001).forEach(i -> ring.keysFor("x" + i, START));

        assertTrue(ring.keysFor(first.getKeyId(), START).isComplete());
    }

    private static KeySet keys(RsaJsonWebKey... keys) {
        try {
            StringBuilder json = new StringBuilder();
            for (RsaJsonWebKey key : keys) {
                json.append(json.isEmpty() ? "" : ",").append(key.toJson(OutputControlLevel.PUBLIC_ONLY));
            }
            return KeySet.parse("{\"keys\":[" + json + "]}");
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package io.deskgraph.kit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of one tenant that wait for each other anyway. */
@QuarkusTest
class SharedTransactionsTest {

    private static final String TRANSACTION = "SELECT pg_current_xact_id()::text AS id";

    @Inject
    Transactions transactions;

    private final UUID tenant = Ids.next();
    private final AtomicReference<@Nullable UniEmitter<? super Void>> gate = new AtomicReference<>();
    private SharedTransactions shared;

    @BeforeEach
    void open() {
        shared = new SharedTransactions(transactions::run);
    }

    @Test
    void whatComesInWhileOneIsUnderWayGoesTogether() {
        CompletableFuture<String> first = begin();
        List<CompletableFuture<String>> others = IntStream.range(0, 5)
                .mapToObj(i -> share(null, tx -> note(tx, "n" + i)))
                .toList();
        release();

        String own = first.join();
        List<String> ids =
                others.stream().map(CompletableFuture::join).distinct().toList();
        assertEquals(1, ids.size());
        assertNotEquals(own, ids.get(0));
        assertEquals(List.of("first", "n0", "n1", "n2", "n3", "n4"), texts());
    }

    @Test
    void oneAloneWaitsForNobody() {
        String one = share(null, tx -> note(tx, "one")).join();
        String two = share(null, tx -> note(tx, "two")).join();

        assertNotEquals(one, two);
    }

    @Test
    void anotherTenantWaitsForNobody() {
        CompletableFuture<String> first = begin();

        shared.run(Ids.next(), null, tx -> note(tx, "theirs"))
                .subscribeAsCompletionStage()
                .join();

        release();
        first.join();
    }

    @Test
    void onlySoManyGoTogether() {
        CompletableFuture<String> first = begin();
        List<CompletableFuture<String>> others = IntStream.range(0, SharedTransactions.LARGEST + 1)
                .mapToObj(i -> share(null, tx -> note(tx, "n" + i)))
                .toList();
        release();
        first.join();

        assertEquals(
                2, new HashSet<>(others.stream().map(CompletableFuture::join).toList()).size());
    }

    @Test
    void whatIsToStayApartDoesAndIsDone() {
        CompletableFuture<String> first = begin();
        CompletableFuture<String> one = share("key", tx -> note(tx, "one"));
        CompletableFuture<String> twin = share("key", tx -> note(tx, "twin"));
        CompletableFuture<String> other = share("other key", tx -> note(tx, "other"));
        release();
        first.join();

        assertNotEquals(one.join(), twin.join());
        assertEquals(one.join(), other.join());
    }

    @Test
    void whoFailsFailsAlone() {
        CompletableFuture<String> first = begin();
        CompletableFuture<String> good = share(null, tx -> note(tx, "good"));
        CompletableFuture<String> bad = share(
                null, tx -> note(tx, "bad").chain(() -> Uni.createFrom().failure(new IllegalArgumentException())));
        CompletableFuture<String> thrower = share(null, tx -> {
            throw new IllegalStateException();
        });
        release();
        first.join();

        good.join();
        assertInstanceOf(IllegalArgumentException.class, failure(bad));
        assertInstanceOf(IllegalStateException.class, failure(thrower));
        assertEquals(List.of("first", "good"), texts());
    }

    @Test
    void aStatementThatFailsFailsOnlyItsOwn() {
        CompletableFuture<String> first = begin();
        CompletableFuture<String> bad = share(null, tx -> tx.sql("SELECT 1 / 0").chain(() -> note(tx, "bad")));
        CompletableFuture<String> late =
                share(null, tx -> tx.last("SELECT 1 / $1::int", 0).chain(() -> note(tx, "late")));
        CompletableFuture<String> good = share(null, tx -> note(tx, "good"));
        release();
        first.join();

        good.join();
        assertEquals("22012", assertInstanceOf(PgException.class, failure(bad)).getSqlState());
        assertEquals("22012", assertInstanceOf(PgException.class, failure(late)).getSqlState());
        assertEquals(List.of("first", "good"), texts());
    }

    @Test
    void whatFollowsACommitFollowsEachOnce() {
        AtomicInteger told = new AtomicInteger();
        CompletableFuture<String> first = begin();
        CompletableFuture<String> bad = share(null, tx -> {
            tx.afterCommit(told::incrementAndGet);
            return tx.sql("SELECT 1 / 0").replaceWith("");
        });
        CompletableFuture<String> good = share(null, tx -> {
            tx.afterCommit(told::incrementAndGet);
            return note(tx, "good");
        });
        release();
        first.join();

        failure(bad);
        good.join();
        assertEquals(1, told.get());
    }

    @Test
    void afterAFailureTheNextGoesOn() {
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(PgException.class, failure(share(null, tx -> tx.sql("SELECT 1 / 0")
                    .replaceWith(""))));
        }

        share(null, tx -> note(tx, "kept")).join();

        assertEquals(List.of("kept"), texts());
    }

    /** The first one, which does not end before it is let go. */
    private CompletableFuture<String> begin() {
        CompletableFuture<String> first =
                share(null, tx -> note(tx, "first").call(() -> Uni.createFrom().<Void>emitter(gate::set)));
        Eventually.until("the first is under way", () -> gate.get() != null);
        return first;
    }

    private void release() {
        gate.get().complete(null);
    }

    private CompletableFuture<String> share(@Nullable Object apart, Function<Tx, Uni<String>> work) {
        return shared.run(tenant, apart, work).subscribeAsCompletionStage();
    }

    private static Throwable failure(CompletableFuture<String> failed) {
        return assertThrows(CompletionException.class, failed::join).getCause();
    }

    /** The transaction it was written in. */
    private static Uni<String> note(Tx tx, String text) {
        return tx.sql("INSERT INTO notes (tenant_id, id, text) VALUES ($1, $2, $3)", tx.tenant(), Ids.next(), text)
                .chain(() -> tx.sql(TRANSACTION))
                .map(rows -> rows.iterator().next().getString("id"));
    }

    private List<String> texts() {
        return Database.texts("SELECT text FROM notes WHERE tenant_id = ? ORDER BY text", tenant);
    }
}

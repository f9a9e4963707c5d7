package io.deskgraph.kit.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransactionsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String INSERT = "INSERT INTO notes (tenant_id, id, text) VALUES ($1, $2, $3)";

    @Inject
    Transactions transactions;

    private final UUID tenant = Ids.next();

    @Test
    void workIsCommitted() {
        run(tx -> insert(tx, "kept"));

        assertEquals(List.of("kept"), texts());
    }

    @Test
    void aFailureRollsBackAndReachesTheCaller() {
        assertThrows(
                IllegalArgumentException.class,
                () -> run(tx ->
                        insert(tx, "lost").chain(() -> Uni.createFrom().failure(new IllegalArgumentException()))));

        assertEquals(List.of(), texts());
    }

    @Test
    void aStatementThatFailedFailsTheTransactionEvenWhenTheWorkSwallowsIt() {
        assertThrows(
                PgException.class,
                () -> run(tx -> insert(tx, "lost")
                        .chain(() -> tx.sql("SELECT 1 / 0"))
                        .onFailure()
                        .recoverWithNull()));

        assertEquals(List.of(), texts());
    }

    @Test
    void whatIsToFollowACommitDoesAndSeesIt() {
        List<List<String>> seen = new ArrayList<>();

        run(tx -> {
            tx.afterCommit(() -> seen.add(texts()));
            return insert(tx, "kept");
        });

        assertEquals(List.of(List.of("kept")), seen);
    }

    @Test
    void whatIsKeptForLastIsCommittedWithTheRest() {
        run(tx -> tx.last(INSERT, tenant, Ids.next(), "last").chain(() -> insert(tx, "first")));

        assertEquals(List.of("first", "last"), texts());
    }

    @Test
    void whatIsKeptForLastAndFailsRollsBackAndReachesTheCallerAndNothingFollows() {
        List<String> seen = new ArrayList<>();

        PgException refused = assertThrows(
                PgException.class,
                () -> run(tx -> {
                    tx.afterCommit(() -> seen.add("told"));
                    return tx.last("SELECT 1 / $1::int", 0)
                            .chain(() -> tx.last(INSERT, tenant, Ids.next(), "lost"))
                            .chain(() -> insert(tx, "lost"));
                }));

        assertEquals("22012", refused.getSqlState());
        assertEquals(List.of(), texts());
        assertEquals(List.of(), seen);
    }

    @Test
    void nothingFollowsARollback() {
        List<String> seen = new ArrayList<>();

        assertThrows(
                PgException.class,
                () -> run(tx -> {
                    tx.afterCommit(() -> seen.add("told"));
                    return tx.sql("SELECT 1 / 0");
                }));

        assertEquals(List.of(), seen);
    }

    @Test
    void aBatchIsOneFlight() {
        List<Tuple> rows = IntStream.range(0, 100)
                .mapToObj(i -> Tuple.of(tenant, Ids.next(), "note " + i))
                .toList();

        run(tx -> tx.batch(INSERT, rows));

        assertEquals(100, texts().size());
    }

    @Test
    void aRowOfAnotherTenantCannotBeWritten() {
        PgException refused =
                assertThrows(PgException.class, () -> run(tx -> tx.sql(INSERT, Ids.next(), Ids.next(), "theirs")));

        assertEquals("42501", refused.getSqlState());
    }

    @Test
    void theTenantOfOneTransactionIsGoneInTheNextOnTheSameConnection() throws SQLException {
        run(tx -> insert(tx, "mine"));

        try (Connection app = Database.connect("app");
                var statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("SELECT set_config('app.tenant', '" + tenant + "', true)");
            app.commit();
            var found = statement.executeQuery("SELECT count(*) FROM notes");
            assertTrue(found.next());
            assertEquals(0, found.getLong(1));
        }
    }

    @Test
    void aQueryThatForgetsItsTenantSeesOnlyTheCallersRows() {
        UUID other = Ids.next();
        create("/notes", tenant, "mine");
        create("/notes", other, "theirs");

        list("/notes", tenant).body("$", contains("mine"));
        list("/notes", other).body("$", contains("theirs"));
        list("/notes", Ids.next()).body("$", empty());
    }

    @Test
    void aSessionSeesOnlyTheCallersRowsAndSharesItsTransactionWithSql() {
        UUID other = Ids.next();
        create("/notes/session", tenant, "mine");
        create("/notes/session", other, "theirs");

        list("/notes/session", tenant).body("$", contains("mine"));
        assertEquals(1, Database.count("SELECT count(*) FROM notes WHERE tenant_id = ?", tenant));
    }

    @Test
    void workThatHasBegunRunsToItsEndWhenNobodyWaitsAnyMore() {
        var caller = transactions
                .run(tenant, tx -> tx.sql("SELECT pg_sleep(0.3)").chain(() -> insert(tx, "kept")))
                .subscribe()
                .with(done -> {});
        caller.cancel();

        Eventually.until("commit", () -> texts().equals(List.of("kept")));
    }

    @Test
    void connectionsComeBackAfterFailures() {
        for (int i = 0; i < 100; i++) {
            assertThrows(PgException.class, () -> run(tx -> tx.sql("SELECT 1 / 0")));
        }

        run(tx -> insert(tx, "kept"));

        assertEquals(List.of("kept"), texts());
    }

    private static void create(String path, UUID tenant, String text) {
        given().header(
                        "Authorization",
                        TestTokens.with("note:create").tenant(tenant, "t").bearer())
                .contentType("application/json")
                .body("{\"text\":\"" + text + "\"}")
                .post(path)
                .then()
                .statusCode(201);
    }

    private static io.restassured.response.ValidatableResponse list(String path, UUID tenant) {
        return given().header(
                        "Authorization",
                        TestTokens.with("note:read").tenant(tenant, "t").bearer())
                .get(path)
                .then()
                .statusCode(200);
    }

    private <T> T run(java.util.function.Function<Tx, Uni<T>> work) {
        return transactions.run(tenant, work).await().atMost(DEADLINE);
    }

    private Uni<Void> insert(Tx tx, String text) {
        return tx.sql(INSERT, tx.tenant(), Ids.next(), text).replaceWithVoid();
    }

    private List<String> texts() {
        return Database.texts("SELECT text FROM notes WHERE tenant_id = ? ORDER BY text", tenant);
    }
}

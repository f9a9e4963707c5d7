package io.deskgraph.links.copy;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other side of each race is played by hand, one statement at a time, so that the moment is always the bad one. */
@QuarkusTest
class MeetingAtTheLockTest {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(? || '/ASSET/' || ?, 0))";
    private static final String DEPART =
            "INSERT INTO departures (tenant_id, kind, id, version, departed_at) VALUES (?, 'asset', ?, 2, now())";

    private final Desk desk = Desk.open();
    private final UUID asset = desk.asset();
    private final UUID ticket = desk.ticket();
    private Connection other;

    @BeforeEach
    void begin() throws SQLException {
        other = Database.connect("owner");
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
    }

    @Test
    void anAnswerWaitsForTheDeletionThatIsBeingApplied() throws Exception {
        // Given
        run(LOCK, desk.tenant().toString(), asset.toString());
        run(DEPART, desk.tenant(), asset);

        // When
        CompletableFuture<Response> linking = CompletableFuture.supplyAsync(() -> desk.linkTicket(asset, ticket));
        waitsForALock();
        other.commit();

        // Then
        linking.get().then().statusCode(404).body("error.message", equalTo("Asset not found"));
        assertEquals(0, copies());
    }

    @Test
    void aDeletionWaitsForTheAnswerThatIsBeingStored() throws Exception {
        // Given: the copy of another asset stands in for the answer, under this one's id
        UUID model = desk.asset();
        desk.ticketsOf(model).then().statusCode(200);
        run(LOCK, desk.tenant().toString(), asset.toString());
        run(
                "CREATE TEMPORARY TABLE answer ON COMMIT DROP AS SELECT * FROM asset_copies WHERE tenant_id = ? AND asset_id = ?",
                desk.tenant(),
                model);
        run("UPDATE answer SET asset_id = ?", asset);
        run("INSERT INTO asset_copies SELECT * FROM answer");

        // When
        desk.assetIsDeleted(asset, 2);
        waitsForALock();
        other.commit();

        // Then
        desk.applied(Topics.ASSETS, asset, 2);
        assertEquals(0, copies());
    }

    @Test
    void aLinkWhoseAssetGoesWhileItIsMadeIsNotFound() throws Exception {
        // Given
        desk.ticketsOf(asset).then().statusCode(200);
        desk.assetsOf(ticket).then().statusCode(200);
        run("SELECT FROM asset_copies WHERE tenant_id = ? AND asset_id = ? FOR UPDATE", desk.tenant(), asset);
        run(DEPART, desk.tenant(), asset);

        // When
        CompletableFuture<Response> linking = CompletableFuture.supplyAsync(() -> desk.linkTicket(asset, ticket));
        waitsForALock();
        run("DELETE FROM asset_copies WHERE tenant_id = ? AND asset_id = ?", desk.tenant(), asset);
        other.commit();

        // Then
        linking.get().then().statusCode(404).body("error.message", equalTo("Asset not found"));
        assertEquals(0, desk.links());
    }

    private void run(String sql, Object... args) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            statement.execute();
        }
    }

    private static void waitsForALock() {
        Eventually.until(
                "waiting for a lock", () -> Database.count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
    }

    private long copies() {
        return Database.count(
                "SELECT count(*) FROM asset_copies WHERE tenant_id = ? AND asset_id = ?", desk.tenant(), asset);
    }
}

package io.deskgraph.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssetAuditTest {

    private final Api api = Api.ofNewTenant();

    @Test
    void eachChangeIsOnRecordWithWhatWasAndWhatIs() {
        // Given
        UUID id = UUID.fromString(api.asset("T-1").getString("asset_id"));

        // When
        String request = api.put("/api/v1/assets/" + id, "{\"notes\":\"n\"}").header("X-Request-Id");
        api.put("/api/v1/assets/" + id, "{\"notes\":\"n\"}");
        api.delete("/api/assets/1");

        // Then
        assertEquals(
                List.of(
                        "1 created Terry Technician USER - T-1",
                        "2 updated Terry Technician USER T-1 T-1n",
                        "3 deleted Terry Technician USER T-1n -"),
                Database.texts("""
                        SELECT version || ' ' || action || ' ' || actor_name || ' ' || actor_type || ' '
                               || coalesce(before->>'asset_tag' || (before->>'notes'), '-') || ' '
                               || coalesce(after->>'asset_tag' || (after->>'notes'), '-')
                        FROM asset_audit WHERE tenant_id = ? AND asset_id = ? ORDER BY version""", api.tenant(), id));
        assertEquals(
                List.of(request),
                Database.texts("SELECT request_id FROM asset_audit WHERE tenant_id = ? AND version = 2", api.tenant()));
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveARecord() throws SQLException {
        try (Connection app = Database.connect("app")) {
            for (String sql : List.of("UPDATE asset_audit SET action = 'created'", "DELETE FROM asset_audit")) {
                SQLException refused = assertThrows(
                        SQLException.class, () -> app.createStatement().execute(sql));
                assertEquals("42501", refused.getSQLState(), sql);
            }
        }
    }

    @Test
    void aChangeThatCannotBePutOnRecordFails() {
        // Given: a record that stands where the next one belongs
        UUID id = UUID.fromString(api.asset("T-1").getString("asset_id"));
        Database.execute("""
                INSERT INTO asset_audit (tenant_id, id, asset_id, version, action, occurred_at, actor_type, actor_name, after)
                VALUES (?, gen_random_uuid(), ?, 2, 'updated', now(), 'SYSTEM', 'x', '{}')""", api.tenant(), id);

        // When
        int status = api.put("/api/v1/assets/" + id, "{\"notes\":\"n\"}").statusCode();

        // Then
        assertEquals(409, status);
        assertEquals("", api.get("/api/assets/1").jsonPath().getString("notes"));
        assertEquals(
                0,
                Database.count(
                        "SELECT count(*) FROM outbox WHERE tenant_id = ? AND subject = ? AND version = 2",
                        api.tenant(),
                        id.toString()));
    }

    @Test
    void aDeployedAssetIsDeletedByForceOnlyAndItsHistoryGoes() {
        // Given: as a checkout leaves it
        UUID id = UUID.fromString(api.asset("T-1").getString("asset_id"));
        UUID employee = UUID.fromString(api.employee("Ada").getString("uuid"));
        Database.execute("UPDATE assets SET status = 'deployed', assigned_to = ? WHERE id = ?", employee, id);
        Database.execute("""
                INSERT INTO checkouts (tenant_id, id, asset_id, employee_id, employee_name, checked_out_at,
                                       checked_out_by_name)
                VALUES (?, gen_random_uuid(), ?, ?, 'Ada', now(), 'x')""", api.tenant(), id, employee);

        // When
        int plain = api.delete("/api/assets/1").statusCode();
        int leaving =
                api.put("/api/v1/assets/" + id, "{\"status\":\"available\"}").statusCode();
        int staying =
                api.put("/api/v1/assets/" + id, "{\"status\":\"deployed\"}").statusCode();
        int forced = api.delete("/api/v1/assets/" + id + "?force=true").statusCode();

        // Then
        assertEquals(List.of(409, 409, 200, 204), List.of(plain, leaving, staying, forced));
        assertEquals(0, Database.count("SELECT count(*) FROM checkouts WHERE tenant_id = ?", api.tenant()));
    }
}

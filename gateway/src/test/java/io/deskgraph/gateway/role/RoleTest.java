package io.deskgraph.gateway.role;

import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoleTest {

    private static final Desk ACME = Desk.ACME;

    @Inject
    Members members;

    private final String name = "R " + Ids.next();

    @Test
    void aRoleIsTheSameInBothDialects() {
        // When
        Desk.Told created = ACME.post("/roles", link(name, "d", "")).expect(200);

        // Then
        assertEquals("Role " + name + " created successfully", created.text("message"));
        assertEquals("create", created.text("operation"));
        String id = id(name);
        Desk.Told role = ACME.get("/api/v1/roles/" + id).expect(200);
        assertEquals(
                List.of("asset:create", "asset:delete", "asset:read", "asset:update"),
                role.json().getList("data.permissions"));
        assertTrue(ACME.get("/roles").json().getList("message.Items.roleName").contains(name));
        assertEquals(
                200,
                ACME.put("/roles", link(name, "e", ",\"mfaRequired\":true")).status());
        assertEquals("e", ACME.get("/api/v1/roles/" + id).text("data.description"));
        assertEquals(
                "success",
                ACME.delete("/roles/" + name.replace(" ", "%20")).expect(200).text("message"));
        ACME.get("/api/v1/roles/" + id).expect(404);
    }

    @Test
    void refusalsOfTheUnversionedDialect() {
        ACME.post("/roles", link(name, "d", "")).expect(200);

        assertEquals("VAMS General Error: Role already exists", message(ACME.post("/roles", link(name, "d", ""))));
        assertEquals(
                "VAMS General Error: Role does not exist", message(ACME.put("/roles", link("No " + name, "d", ""))));
        assertEquals("Role does not exist", message(ACME.delete("/roles/nosuch")));
        assertEquals("roleName and description are required", message(ACME.post("/roles", "{\"roleName\":\"x\"}")));
        assertTrue(message(ACME.post("/roles", link("a/b", "d", ""))).startsWith("roleName is invalid."));
        ACME.post("/roles", link(name + "2", "d", ",\"source\":\"LDAP\"")).expect(400);
        ACME.post("/roles", link(name + "2", "d", ",\"permissions\":[\"tenant:create\"]"))
                .expect(400);
    }

    @Test
    void aRoleIsCreatedChangedAndDeleted() {
        // Given
        Desk.Told created =
                ACME.post("/api/v1/roles", "{\"role_name\":\"" + name + "\",\"permissions\":[\"asset:read\"]}");
        String path = created.expect(201).answer().header("Location");
        String tag = created.answer().header("ETag");

        // Then
        ACME.put(path, "{\"permissions\":[\"asset:read\",\"ticket:read\"]}", "If-Match: " + tag)
                .expect(200);
        ACME.put(path, "{\"permissions\":[]}", "If-Match: " + tag).expect(412);
        String current = ACME.get(path).answer().header("ETag");
        assertEquals(
                current,
                ACME.put(path, "{\"description\":null}").expect(200).answer().header("ETag"));
        ACME.post("/api/v1/roles", "{\"role_name\":\"" + name.toUpperCase(java.util.Locale.ROOT) + "\"}")
                .expect(409);
        assertEquals(
                List.of(List.of("permissions", 0)),
                ACME.post("/api/v1/roles", "{\"role_name\":\"x\",\"permissions\":[\"x:y\"]}")
                        .expect(400)
                        .json()
                        .getList("error.details.path"));
        Desk.GLOBEX.get(path).expect(404);
        Desk.GLOBEX.put(path, "{\"description\":\"x\"}").expect(404);
        Desk.GLOBEX.delete(path).expect(404);
        ACME.get("/api/v1/roles/nonsense").expect(400);
        ACME.delete(path).expect(204);
        ACME.delete(path).expect(404);
    }

    @Test
    void theAdminRoleStays() {
        String path = "/api/v1/roles/" + id("Admin");

        ACME.put(path, "{\"permissions\":[]}").expect(409);
        ACME.delete(path).expect(409);
        ACME.put(path, "{\"role_name\":\"Admin\"}").expect(200);
    }

    @Test
    void constraintsAndUsersFollowARole() {
        // Given
        ACME.post("/roles", link(name, "d", "")).expect(200);
        String constraint = "/auth/constraints/follow-" + Ids.next();
        ACME.post(constraint, """
                {"name":"n","description":"d","objectType":"asset",
                 "criteriaAnd":[{"field":"tags","operator":"equals","value":"x"}],
                 "groupPermissions":[{"groupId":"%s","permission":"GET","permissionType":"allow"},
                                     {"groupId":"Technician","permission":"GET","permissionType":"allow"}]}""".formatted(name)).expect(200);
        String email = Ids.next() + "@acme.test";
        String user = ACME.post("/api/v1/users", "{\"email\":\"" + email + "\",\"roles\":[\"" + name + "\"]}")
                .expect(201)
                .text("data.user_id");

        // When
        ACME.put("/api/v1/roles/" + id(name), "{\"role_name\":\"New " + name + "\"}")
                .expect(200);

        // Then
        assertEquals(
                List.of("New " + name, "Technician"),
                ACME.get(constraint).json().getList("constraint.groupPermissions.groupId"));
        assertEquals(
                List.of("New " + name), ACME.get("/api/v1/users/" + user).json().getList("data.roles"));
        assertEquals(2, Database.count("SELECT version FROM users WHERE id = ?::uuid", user));

        ACME.delete("/api/v1/roles/" + id("New " + name)).expect(204);
        assertEquals(List.of("Technician"), ACME.get(constraint).json().getList("constraint.groupPermissions.groupId"));
        assertEquals(List.of(), ACME.get("/api/v1/users/" + user).json().getList("data.roles"));
        assertEquals(3, Database.count("SELECT version FROM users WHERE id = ?::uuid", user));
        ACME.delete(constraint).expect(200);
    }

    /** The registry hears of it by the event. */
    @Test
    void aChangeOfPermissionsIsInForceWithinASecond() {
        // Given
        String path = ACME.post("/api/v1/roles", "{\"role_name\":\"" + name + "\"}")
                .expect(201)
                .answer()
                .header("Location");
        Desk member = new Desk(
                ACME_HOST, members.createActive(Tenancies.ACME, ACME_HOST, name).key());
        member.get("/api/v1/users").expect(403);

        // When
        ACME.put(path, "{\"permissions\":[\"user:read\"]}").expect(200);

        // Then
        Eventually.soon(
                "The permission is in force", () -> member.get("/api/v1/users").status() == 200);
        ACME.delete(path).expect(204);
        Eventually.soon(
                "The permission is gone", () -> member.get("/api/v1/users").status() == 403);
    }

    @Test
    void nobodyHandsOutMoreThanTheyHold() {
        // Given
        ACME.post(
                        "/api/v1/roles",
                        "{\"role_name\":\"" + name
                                + "\",\"permissions\":[\"role:create\",\"role:update\",\"role:read\",\"user:create\",\"user:update\",\"api_key:create\",\"asset:read\"]}")
                .expect(201);
        Desk clerk = new Desk(
                ACME_HOST, members.createActive(Tenancies.ACME, ACME_HOST, name).key());

        // Then
        assertEquals(
                "Permission denied: Cannot grant ticket:delete",
                clerk.post("/api/v1/roles", "{\"role_name\":\"x " + name + "\",\"permissions\":[\"ticket:delete\"]}")
                        .expect(403)
                        .text("message"));
        clerk.put("/api/v1/roles/" + id(name), "{\"permissions\":[\"user:delete\"]}")
                .expect(403);
        clerk.post("/roles", link("x " + name, "d", "")).expect(403);
        clerk.post("/api/v1/users", "{\"email\":\"" + Ids.next() + "@acme.test\",\"roles\":[\"Admin\"]}")
                .expect(403);
        clerk.post("/user-roles", "{\"userId\":\"tom@acme.test\",\"roleName\":[\"Admin\"]}")
                .expect(403);
        clerk.post("/api/v1/api-keys", "{\"name\":\"k\",\"user_id\":\"" + Tenancies.ADA + "\"}")
                .expect(403);
        clerk.post(
                        "/api/v1/api-keys",
                        "{\"name\":\"k\",\"user_id\":\"" + Tenancies.ADA + "\",\"scopes\":[\"asset:read\"]}")
                .expect(201);
        clerk.post("/api/v1/roles", "{\"role_name\":\"y " + name + "\",\"permissions\":[\"asset:read\"]}")
                .expect(201);
    }

    @Test
    void permissionsAreListed() {
        List<String> acme = ACME.get("/api/v1/permissions").expect(200).json().getList("data");
        List<String> operator = new Desk(Tenancies.MSP_HOST, Tenancies.MIA_KEY)
                .get("/api/v1/permissions")
                .json()
                .getList("data");

        assertTrue(acme.contains("constraint:update") && !acme.contains("tenant:create"));
        assertTrue(operator.contains("tenant:create"));
        assertNotEquals(acme, operator);
    }

    private static String message(Desk.Told refused) {
        return refused.expect(400).text("message");
    }

    private static String id(String role) {
        return Database.texts("SELECT id::text FROM roles WHERE tenant_id = ? AND name = ?", Tenancies.ACME, role)
                .get(0);
    }

    private static String link(String name, String description, String more) {
        return "{\"roleName\":\"" + name + "\",\"description\":\"" + description + "\"" + more + "}";
    }
}

package io.deskgraph.gateway.user;

import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserTest {

    private static final Desk ACME = Desk.ACME;

    @Inject
    Members members;

    private final String email = "u" + Ids.next() + "@acme.test";

    @Test
    void aUserIsCreatedReadChangedAndDeactivated() {
        // Given
        Desk.Told created = ACME.post("/api/v1/users", """
                        {"email":"%s","first_name":"Uma","last_name":"User","roles":["Technician"]}""".formatted(email)).expect(201);
        String path = created.answer().header("Location");
        String tag = created.answer().header("ETag");

        // Then
        assertEquals(email, created.text("data.username"));
        assertEquals("internal", created.text("data.user_type"));
        assertEquals(List.of("Technician"), created.json().getList("data.roles"));
        assertFalse(created.json().getBoolean("data.is_inactive"));
        assertEquals(tag, ACME.get(path).expect(200).answer().header("ETag"));
        Desk.Told changed = ACME.put(
                        path, "{\"last_name\":null,\"roles\":[\"Finance\",\"Manager\"]}", "If-Match: " + tag)
                .expect(200);
        assertNull(changed.text("data.last_name"));
        assertEquals("Uma", changed.text("data.first_name"));
        assertEquals(List.of("Finance", "Manager"), changed.json().getList("data.roles"));
        ACME.put(path, "{\"last_name\":\"x\"}", "If-Match: " + tag).expect(412);
        assertEquals(
                changed.answer().header("ETag"),
                ACME.put(path, "{\"first_name\":\"Uma\"}").expect(200).answer().header("ETag"));
        ACME.delete(path, "If-Match: " + tag).expect(412);
        ACME.delete(path).expect(204);
        assertTrue(ACME.get(path).expect(200).json().getBoolean("data.is_inactive"));
    }

    @Test
    void eachChangeIsOneEventAndOnRecord() {
        // Given
        String path = ACME.post("/api/v1/users", "{\"email\":\"" + email + "\"}")
                .expect(201)
                .answer()
                .header("Location");
        String id = path.substring(path.lastIndexOf('/') + 1);

        // When
        ACME.put(path, "{\"first_name\":\"New\"}").expect(200);
        ACME.put(path, "{\"first_name\":\"New\"}").expect(200);
        ACME.post("/user-roles", "{\"userId\":\"" + email + "\",\"roleName\":[\"Finance\"]}")
                .expect(200);
        ACME.delete(path).expect(204);

        // Then
        List<PublishedEvent> own =
                Events.await(
                                Topics.IDENTITY,
                                Tenancies.ACME,
                                found -> about(found, id).size() >= 4)
                        .stream()
                        .filter(event -> event.subject().equals(id))
                        .toList();
        assertEquals(
                List.of(
                        EventTypes.USER_CREATED,
                        EventTypes.USER_UPDATED,
                        EventTypes.USER_UPDATED,
                        EventTypes.USER_UPDATED),
                own.stream().map(PublishedEvent::type).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                own.stream().map(PublishedEvent::version).toList());
        assertEquals(
                4,
                Database.count(
                        "SELECT count(*) FROM identity_audit WHERE subject_id = ?::uuid AND actor_id = ?",
                        id,
                        Tenancies.ADA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"no-address\"}",
                "{\"email\":\"a@acme.test\",\"user_type\":\"robot\"}",
                "{\"email\":\"a@acme.test\",\"roles\":[\"Nobodies\"]}",
                "{\"email\":\"a@acme.test\",\"roles\":\"Admin\"}",
                "{\"email\":\"a@acme.test\",\"roles\":[null]}",
                "[]",
                ""
            })
    void whatDoesNotFitIsRefused(String body) {
        ACME.post("/api/v1/users", body).expect(400);
    }

    @Test
    void anAddressIsTakenOnceWhateverItsCase() {
        ACME.post("/api/v1/users", "{\"email\":\"" + email + "\"}").expect(201);

        ACME.post("/api/v1/users", "{\"email\":\"" + email.toUpperCase(java.util.Locale.ROOT) + "\"}")
                .expect(409);
        Desk.GLOBEX.post("/api/v1/users", "{\"email\":\"" + email + "\"}").expect(201);
    }

    @Test
    void theListIsPagedAndSearched() {
        // Given
        ACME.post("/api/v1/users", "{\"email\":\"" + email + "\",\"first_name\":\"Zoë%_\"}")
                .expect(201);

        // When
        Desk.Told found = ACME.get("/api/v1/users?search=" + email.substring(0, 20) + "&limit=1&page=1");

        // Then
        assertEquals(List.of(email), found.expect(200).json().getList("data.email"));
        assertEquals(1, found.json().getInt("pagination.total"));
        assertEquals(
                0,
                ACME.get("/api/v1/users?search=%25&limit=1&page=9")
                        .json()
                        .getList("data")
                        .size());
        assertEquals(0, Desk.GLOBEX.get("/api/v1/users?search=" + email).json().getInt("pagination.total"));
        ACME.get("/api/v1/users?limit=101").expect(400);
        assertEquals("color", ACME.get("/api/v1/users?color=1").answer().header("X-Ignored-Parameters"));
    }

    @Test
    void anotherTenantsUserIsNone() {
        String path = "/api/v1/users/" + Tenancies.GRETA;

        ACME.get(path).expect(404);
        ACME.put(path, "{\"first_name\":\"x\"}").expect(404);
        ACME.delete(path).expect(404);
        ACME.get("/api/v1/users/x").expect(400);
        Desk.GLOBEX.get(path).expect(200);
    }

    @Test
    void nobodyDeactivatesThemselves() {
        ACME.delete("/api/v1/users/" + Tenancies.ADA).expect(409);
    }

    @Test
    void whoIsDeactivatedLosesTheirKeys() {
        // Given
        Member member = members.createActive(Tenancies.ACME, ACME_HOST, "Technician");

        // When
        ACME.delete("/api/v1/users/" + member.userId()).expect(204);

        // Then
        Eventually.until("the key is refused", () -> ACME.as(member.key()).status("/api/v1/me") == 401);
        assertEquals(
                1,
                Database.count(
                        "SELECT count(*) FROM api_keys WHERE id = ? AND revoked_by = ?",
                        member.keyId(),
                        Tenancies.ADA));
    }

    @Test
    void rolesAreGivenSetAndTakenByName() {
        // Given
        ACME.post("/api/v1/users", "{\"email\":\"" + email + "\"}").expect(201);

        // When
        Desk.Told added = ACME.post("/user-roles", roles("Finance"));

        // Then
        assertEquals("User roles created successfully", added.expect(200).text("message"));
        assertEquals("create", added.text("operation"));
        assertEquals(
                "One or more roles already exist for this user",
                ACME.post("/user-roles", roles("Finance")).expect(400).text("message"));
        assertEquals(
                "VAMS General Error: Role 'Nobodies' does not exist in the system",
                ACME.put("/user-roles", roles("Nobodies")).expect(400).text("message"));
        ACME.put("/user-roles", roles("Manager")).expect(200);
        assertTrue(ACME.get("/user-roles")
                .expect(200)
                .json()
                .getList("message.Items")
                .toString()
                .contains(email));
        ACME.send("DELETE", "/user-roles", "{\"userId\":\"" + email + "\"}").expect(200);
        assertFalse(ACME.get("/user-roles")
                .expect(200)
                .json()
                .getList("message.Items")
                .toString()
                .contains(email));
        ACME.put("/user-roles", roles("Manager").replace(email, "nobody@acme.test"))
                .expect(400);
        ACME.put("/user-roles", "{}").expect(400);
    }

    private String roles(String role) {
        return "{\"userId\":\"" + email + "\",\"roleName\":[\"" + role + "\"]}";
    }

    private static List<PublishedEvent> about(List<PublishedEvent> events, String id) {
        return events.stream().filter(event -> event.subject().equals(id)).toList();
    }
}

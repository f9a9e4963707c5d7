package io.deskgraph.gateway.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IssuerTest {

    private static final String PATH = "/api/v1/issuers";
    private static final Desk ACME = Desk.ACME;

    private final String name = "https://login.example.org/realms/" + Ids.next();

    @BeforeEach
    void clear() {
        clear(ACME);
        clear(Desk.GLOBEX);
    }

    /** Takes out what other tests have left. */
    private static void clear(Desk desk) {
        List<String> ids = desk.get(PATH).expect(200).json().getList("data.issuer_id");
        ids.forEach(id -> desk.delete(PATH + "/" + id).expect(204));
    }

    @Test
    void anIssuerIsRegisteredChangedAndRemoved() {
        // When
        Desk.Told created = ACME.post(
                        PATH,
                        "{\"issuer\":\"" + name
                                + "\",\"audiences\":[\"b\",\"a\",\"b\"],\"algorithms\":[\"ES256\",\"EdDSA\"],"
                                + "\"role_claim\":\"realm_access.roles\",\"role_mappings\":[{\"external_role\":\"t\",\"role\":\"Technician\"}],"
                                + "\"default_roles\":[\"Read Only\"]}")
                .expect(201);

        // Then
        String path = PATH + "/" + created.text("data.issuer_id");
        assertEquals(path, created.answer().header("Location"));
        assertEquals(List.of("a", "b"), created.json().getList("data.audiences"));
        assertEquals(30, created.json().getInt("data.clock_skew_seconds"));
        assertEquals(List.of("ES256", "EdDSA"), created.json().getList("data.algorithms"));
        assertEquals(
                List.of(Map.of("external_role", "t", "role", "Technician")),
                created.json().getList("data.role_mappings"));
        assertEquals(false, created.json().getBoolean("data.create_users"));
        assertEquals(true, created.json().getBoolean("data.is_enabled"));
        String tag = created.answer().header("ETag");
        assertEquals(tag, ACME.get(path).expect(200).answer().header("ETag"));

        // When
        Desk.Told same = ACME.patch(path, "{\"audiences\":[\"b\",\"a\"]}", "If-Match: " + tag)
                .expect(200);
        assertEquals(tag, same.answer().header("ETag"));
        Desk.Told changed = ACME.patch(
                        path,
                        "{\"is_enabled\":false,\"jwks_url\":\"https://login.example.org/keys\",\"role_mappings\":[]}",
                        "If-Match: " + tag)
                .expect(200);

        // Then
        assertNotEquals(tag, changed.answer().header("ETag"));
        assertEquals(List.of(), changed.json().getList("data.role_mappings"));
        assertEquals("realm_access.roles", changed.text("data.role_claim"));
        ACME.patch(path, "{\"is_enabled\":true}", "If-Match: " + tag).expect(412);
        ACME.delete(path, "If-Match: " + tag).expect(412);
        assertEquals(List.of(name), ACME.get(PATH).json().getList("data.issuer"));
        assertEquals(List.of(), Desk.GLOBEX.get(PATH).expect(200).json().getList("data.issuer"));
        Desk.GLOBEX.get(path).expect(404);
        ACME.delete(path).expect(204);
        ACME.get(path).expect(404);
        ACME.patch(path, "{}").expect(404);
        ACME.delete(path).expect(404);
        assertEquals(
                List.of("issuer.created", "issuer.updated", "issuer.deleted"),
                Database.texts(
                        "SELECT action FROM identity_audit WHERE subject_id = ?::uuid ORDER BY id",
                        created.text("data.issuer_id")));
    }

    @Test
    void anIssuerIsThereOncePerTenant() {
        ACME.post(PATH, body("")).expect(201);

        ACME.post(PATH, body("")).expect(409);
        String other = Desk.GLOBEX.post(PATH, body("")).expect(201).text("data.issuer_id");
        Desk.GLOBEX.delete(PATH + "/" + other).expect(204);
    }

    @Test
    void theSameIdempotencyKeyRegistersOnce() {
        String key = "Idempotency-Key: " + Ids.next();

        String first = ACME.post(PATH, body(""), key).expect(201).text("data.issuer_id");

        assertEquals(first, ACME.post(PATH, body(""), key).expect(201).text("data.issuer_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"algorithms\":[\"none\"]",
                ",\"algorithms\":[\"HS256\"]",
                ",\"algorithms\":[\"RS256\",\"HS512\"]",
                ",\"algorithms\":[]",
                ",\"algorithms\":[null]",
                ",\"audiences\":[]",
                ",\"audiences\":[\" \"]",
                ",\"clock_skew_seconds\":301",
                ",\"clock_skew_seconds\":-1",
                ",\"jwks_url\":\"http://login.example.org/keys\"",
                ",\"jwks_url\":\"https://10.0.0.1/keys\"",
                ",\"jwks_url\":\"https://169.254.169.254/keys\"",
                ",\"user_claim\":\"\"",
                ",\"role_claim\":\" \"",
                ",\"role_mappings\":[{\"external_role\":\"x\"}]",
                ",\"role_mappings\":[{\"role\":\"Technician\"}]",
                ",\"role_mappings\":[null]",
                ",\"role_mappings\":[{\"external_role\":\"x\",\"role\":\"No such role\"}]",
                ",\"default_roles\":[\"No such role\"]"
            })
    void whatDoesNotFitIsRefused(String more) {
        ACME.post(PATH, body(more)).expect(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.org",
                "https://login.example.org/?a=b",
                "https://a:b@login.example.org",
                "https://192.168.0.1",
                "deskgraph-gateway"
            })
    void whatIsNoIssuerIsRefused(String issuer) {
        Desk.Told told = ACME.post(PATH, "{\"issuer\":\"" + issuer + "\",\"audiences\":[\"a\"]}")
                .expect(400);

        assertEquals("/issuer", told.text("error.details[0].pointer"));
    }

    @Test
    void whatIsMissingOrMustStayIsTold() {
        assertEquals(
                List.of("/issuer", "/audiences"),
                ACME.post(PATH, "{}").expect(400).json().getList("error.details.pointer"));
        String path = PATH + "/" + ACME.post(PATH, body("")).expect(201).text("data.issuer_id");
        ACME.patch(path, "{\"issuer\":\"https://other.example.org\"}").expect(400);
        ACME.patch(path, "{\"audiences\":null}").expect(400);
        ACME.patch(path, "{\"is_enabled\":null}").expect(400);
        ACME.patch(path, "{\"issuer\":\"" + name + "\",\"user_claim\":null}").expect(200);
    }

    @Test
    void aTenantHasAFewAtMost() {
        for (int i = 0; i < 20; i++) {
            ACME.post(PATH, "{\"issuer\":\"" + name + "/" + i + "\",\"audiences\":[\"a\"]}")
                    .expect(201);
        }

        ACME.post(PATH, body("")).expect(409);
    }

    @Test
    void nobodyRegistersWhoCouldNotBeEveryUser() {
        // Given: a key of an Admin that is good for issuers only
        Desk.Told key = ACME.post(
                        "/api/v1/api-keys",
                        "{\"name\":\"issuers\",\"scopes\":[\"issuer:create\",\"issuer:read\",\"issuer:update\",\"issuer:delete\"]}")
                .expect(201);
        Desk narrow = ACME.as(key.text("data.key"));
        Eventually.until("the key works", () -> narrow.status(PATH) == 200);
        String path = PATH + "/" + ACME.post(PATH, body("")).expect(201).text("data.issuer_id");

        // Then
        narrow.post(PATH, body("")).expect(403);
        narrow.patch(path, "{\"audiences\":[\"mine\"]}").expect(403);
        narrow.delete(path).expect(204);
        new Desk(Tenancies.ACME_HOST, Tenancies.TOM_KEY).get(PATH).expect(403);
    }

    @Test
    void adminsOfTenantsBeforeHoldThePermissions() {
        assertTrue(ACME.get("/api/v1/me").json().getList("data.permissions").contains("issuer:create"));
        assertEquals(
                4,
                Database.count("SELECT count(*) FROM role_permissions p JOIN roles r ON r.tenant_id = p.tenant_id"
                        + " AND r.id = p.role_id WHERE r.tenant_id = '" + Tenancies.ACME
                        + "' AND r.name = 'Admin' AND p.permission LIKE 'issuer:%'"));
    }

    private String body(String more) {
        String audiences = more.contains("audiences") ? "" : ",\"audiences\":[\"a\"]";
        return "{\"issuer\":\"" + name + "\"" + audiences + more + "}";
    }
}

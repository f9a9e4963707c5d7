package io.deskgraph.gateway.foreign;

import static io.deskgraph.gateway.foreign.Register.ACME;
import static io.deskgraph.gateway.foreign.Register.GLOBEX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who the bearer of an issuer's token is, and what they may do. */
@QuarkusTest
class ForeignCallerTest {

    private static final String ROLES = ",\"role_claim\":\"realm_access.roles\",\"role_mappings\":"
            + "[{\"external_role\":\"desk-finance\",\"role\":\"Finance\"}]";

    @Inject
    Members members;

    private final TestIssuer issuer = new TestIssuer();

    @BeforeEach
    void clear() {
        ACME.clear();
        GLOBEX.clear();
    }

    @AfterEach
    void hangUp() {
        issuer.close();
    }

    @Test
    void aTokenActsAsItsUser() {
        // Given
        Member member = member();
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        String token = issuer.token(email(member).toUpperCase());
        ACME.accepts(token);

        // When
        WireAnswer answer = ACME.get("/api/v1/me", token);
        JsonObject me = new JsonObject(answer.body()).getJsonObject("data");

        // Then
        assertEquals(member.userId().toString(), me.getJsonObject("user").getString("user_id"));
        assertEquals(new JsonArray(List.of("Technician")), me.getJsonArray("roles"));
        assertEquals("token", me.getJsonObject("credential").getString("type"));
        assertNotNull(answer.header("X-RateLimit-Limit"));
        assertEquals(403, ACME.get("/api/v1/users", token).status());
        assertEquals(
                401,
                Gate.get(Tenancies.ROOT, "/api/v1/me", Register.bearer(token)).status());
        assertEquals(403, send("POST", "/api/v1/auth/token", "{}", token).status());
    }

    @Test
    void aServiceHearsOfTheUserAndTheirRights() {
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        try (Peer peer = Peer.at("tickets", request -> {
            heard.add(request.getHeader("Authorization"));
            request.body().onSuccess(body -> request.response().end(body));
        })) {
            // Given
            Member member = member();
            ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
            ACME.accepts(issuer.token(email(member)));

            // When: the first request with this token already has a body
            WireAnswer answer = send("POST", "/api/v1/tickets", "{\"title\":\"T\"}", issuer.token(email(member)));

            // Then
            assertEquals("{\"title\":\"T\"}", answer.body());
            JsonObject claims = payload(String.valueOf(heard.peek()));
            assertEquals("deskgraph-gateway", claims.getString("iss"));
            assertEquals(member.userId().toString(), claims.getString("sub"));
            assertEquals(Tenancies.ACME.toString(), claims.getString("tenant"));
            assertEquals("USER", claims.getString("actor_type"));
            assertEquals(new JsonArray(List.of("Technician")), claims.getJsonArray("roles"));
            assertTrue(claims.getJsonArray("permissions").contains("ticket:create"));
            assertFalse(claims.getJsonArray("permissions").contains("user:read"));
            assertNull(claims.getString("key"));
        }
    }

    @Test
    void anAdminChangesThingsAndIsOnRecord() {
        // Given
        Member admin = members.createActive(Tenancies.ACME, Tenancies.ACME_HOST, "Admin");
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        ACME.accepts(issuer.token(email(admin)));

        // When
        WireAnswer created = send(
                "POST",
                "/api/v1/roles",
                "{\"role_name\":\"R " + Ids.next() + "\",\"permissions\":[]}",
                issuer.token(email(admin)));

        // Then
        assertEquals(201, created.status(), created.body());
        String role = new JsonObject(created.body()).getJsonObject("data").getString("role_id");
        assertEquals(
                List.of("USER " + admin.userId()),
                Database.texts(
                        "SELECT actor_type || ' ' || actor_id FROM identity_audit WHERE subject_id = ?::uuid", role));
    }

    @Test
    void rolesOfTheTokenCountAsLongAsTheyAreMapped() {
        // Given
        Member member = member();
        String id = ACME.add(issuer.name(), TestIssuer.AUDIENCE, ROLES);
        String token = issuer.sign(withRoles(email(member), "desk-finance", "unheard-of"));
        ACME.accepts(token);
        assertEquals(List.of("Finance", "Technician"), roles(token));
        assertTrue(permissions(token).contains("timeentry:delete"));

        // When
        ACME.change(id, "{\"role_mappings\":[]}");
        Eventually.soon("The role is gone", () -> roles(token).equals(List.of("Technician")));

        // Then
        assertFalse(permissions(token).contains("timeentry:delete"));
    }

    @Test
    void aMappingFollowsItsRoleAndGoesWithIt() {
        // Given
        String name = "R " + Ids.next();
        Desk.Told role = Desk.ACME
                .post("/api/v1/roles", "{\"role_name\":\"" + name + "\",\"permissions\":[\"board:read\"]}")
                .expect(201);
        Member member = member();
        ACME.add(
                issuer.name(),
                TestIssuer.AUDIENCE,
                ",\"role_claim\":\"realm_access.roles\",\"role_mappings\":[{\"external_role\":\"x\",\"role\":\"" + name
                        + "\"}]");
        String token = issuer.sign(withRoles(email(member), "x"));
        ACME.accepts(token);
        assertTrue(permissions(token).contains("board:read"));

        // When
        Desk.ACME
                .put("/api/v1/roles/" + role.text("data.role_id"), "{\"role_name\":\"" + name + " 2\"}")
                .expect(200);
        Eventually.until("the new name is there", () -> roles(token).contains(name + " 2"));
        Desk.ACME.delete("/api/v1/roles/" + role.text("data.role_id")).expect(204);
        Eventually.soon("The role is gone", () -> roles(token).equals(List.of("Technician")));
    }

    @Test
    void whoeverIsUnknownBecomesAUserOnceIfTheTenantWantsIt() {
        // Given
        String email = Ids.next() + "@new.test";
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, ",\"create_users\":true,\"default_roles\":[\"Read Only\"]");
        Eventually.until("the issuer is known", () -> ACME.status(issuer.token(email(member()))) == 200);
        JwtClaims claims = issuer.claims(email);
        claims.setStringClaim("given_name", "Nina");
        claims.setStringClaim("family_name", "New");
        String token = issuer.sign(claims);

        // When: eight first requests at once
        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> ACME.status(token))
                .toList();

        // Then
        assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 200), answers);
        List<String> ids = Database.texts("SELECT id::text FROM users WHERE email = ?", email);
        assertEquals(1, ids.size());
        assertEquals(List.of("Read Only"), roles(token));
        assertEquals(
                List.of("user.created SYSTEM"),
                Database.texts(
                        "SELECT action || ' ' || actor_type FROM identity_audit WHERE subject_id = ?::uuid",
                        ids.get(0)));
        Desk.Told user = Desk.ACME.get("/api/v1/users/" + ids.get(0)).expect(200);
        assertEquals("Nina", user.text("data.first_name"));
        assertEquals(List.of(), user.json().getList("data.roles"));

        // When
        Desk.ACME.delete("/api/v1/users/" + ids.get(0)).expect(204);
        ACME.refusesSoon(token);

        // Then
        assertEquals(401, ACME.status(issuer.token(email)));
    }

    @Test
    void nobodyBecomesAUserUnderAnythingButAnAddress() {
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, ",\"create_users\":true");
        ACME.accepts(issuer.token(email(member())));
        long users = Database.count("SELECT count(*) FROM users");

        for (String name : List.of("nina", "a b@c", "@", "x@", "n\u0000@new.test", "@new.test", "a@b@c")) {
            assertEquals(401, ACME.status(issuer.token(name)), name);
        }
        assertEquals(users, Database.count("SELECT count(*) FROM users"));
    }

    @Test
    void anIssuerThatIsSwitchedOffIsRefusedWithinASecond() {
        // Given
        Member member = member();
        String id = ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        String token = issuer.token(email(member));
        ACME.accepts(token);

        // When
        ACME.change(id, "{\"is_enabled\":false}");
        ACME.refusesSoon(token);
        ACME.change(id, "{\"is_enabled\":true}");
        ACME.accepts(token);
        ACME.change(id, "{\"audiences\":[\"another\"]}");
        ACME.refusesSoon(token);
        ACME.change(id, "{\"audiences\":[\"desk\"]}");
        ACME.accepts(token);
        ACME.remove(id);
        ACME.refusesSoon(token);
    }

    @Test
    void oneTenantsTokensAreNothingToAnother() {
        // Given: the same person is a user of both, and both trust the same issuer
        Member acme = member();
        Member globex = members.createActive(Tenancies.GLOBEX, Tenancies.GLOBEX_HOST, "Technician");
        Database.execute("UPDATE users SET email = ? WHERE id = ?", email(acme), globex.userId());
        ACME.add(issuer.name(), "desk-of-acme", "");
        JwtClaims forAcme = issuer.claims(email(acme));
        forAcme.setAudience("desk-of-acme");
        String acmes = issuer.sign(forAcme);
        ACME.accepts(acmes);

        // Then: nothing is known of it at the other
        assertEquals(401, GLOBEX.status(acmes));

        // When
        GLOBEX.add(issuer.name(), "desk-of-globex", "");
        JwtClaims forGlobex = issuer.claims(email(acme));
        forGlobex.setAudience("desk-of-globex");
        String globexs = issuer.sign(forGlobex);
        GLOBEX.accepts(globexs);

        // Then
        assertEquals(401, GLOBEX.status(acmes));
        assertEquals(401, ACME.status(globexs));
        assertEquals(200, ACME.status(acmes));
        assertTrue(GLOBEX.get("/api/v1/me", globexs)
                .body()
                .contains(globex.userId().toString()));
    }

    @Test
    void keysThatOneTenantNamesCountForNoOther() {
        // Given: another says where the keys of the very same issuer are
        Member globex = members.createActive(Tenancies.GLOBEX, Tenancies.GLOBEX_HOST, "Technician");
        Member acme = member();
        try (TestIssuer other = new TestIssuer()) {
            String keys = ",\"jwks_url\":\"" + other.name() + "/keys\"";
            GLOBEX.add(issuer.name(), TestIssuer.AUDIENCE, keys);
            GLOBEX.accepts(signedBy(other, email(globex)));

            // When
            ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
            ACME.accepts(issuer.token(email(acme)));

            // Then
            assertEquals(401, ACME.status(signedBy(other, email(acme))));
            assertEquals(401, GLOBEX.status(issuer.token(email(globex))));
        }
    }

    private String signedBy(TestIssuer other, String email) {
        JwtClaims claims = other.claims(email);
        claims.setIssuer(issuer.name());
        return other.sign(claims);
    }

    @Test
    void theUsualClaimsAreReadInTheirOrder() {
        // Given
        Member member = member();
        Member other = member();
        String id = ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        ACME.change(id, "{\"user_claim\":null}");
        JwtClaims claims = issuer.claims(email(other));
        claims.setSubject(email(member));
        ACME.accepts(issuer.sign(claims));

        // Then
        assertEquals(member.userId().toString(), userId(issuer.sign(claims)));
        claims.setClaim("username", email(other));
        assertEquals(other.userId().toString(), userId(issuer.sign(claims)));
        claims.setClaim("cognito:username", member.userId().toString());
        assertEquals(member.userId().toString(), userId(issuer.sign(claims)));
        claims.setClaim("vams:tokens", "[\"" + email(other) + "\",\"x\"]");
        assertEquals(other.userId().toString(), userId(issuer.sign(claims)));
    }

    @Test
    void aTokenOfOursGoesOnWorking() {
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        ACME.accepts(issuer.token(email(member())));

        String ours = Desk.ACME.post("/api/v1/auth/token", "").expect(200).text("access_token");

        assertEquals(200, ACME.status(ours));
        assertEquals(200, ACME.status(Tenancies.ADA_KEY));
    }

    private Member member() {
        return members.createActive(Tenancies.ACME, Tenancies.ACME_HOST, "Technician");
    }

    private static String email(Member member) {
        return member.userId() + "@member.test";
    }

    private JwtClaims withRoles(String email, String... roles) {
        JwtClaims claims = issuer.claims(email);
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        return claims;
    }

    private static List<?> roles(String token) {
        return me(token).getJsonArray("roles").getList();
    }

    private static List<?> permissions(String token) {
        return me(token).getJsonArray("permissions").getList();
    }

    private static String userId(String token) {
        return me(token).getJsonObject("user").getString("user_id");
    }

    private static JsonObject me(String token) {
        WireAnswer answer = ACME.get("/api/v1/me", token);
        assertEquals(200, answer.status(), answer.body());
        return new JsonObject(answer.body()).getJsonObject("data");
    }

    private static WireAnswer send(String method, String path, String body, String token) {
        return Gate.send(method, Tenancies.ACME_HOST, path, body, Register.bearer(token));
    }

    private static JsonObject payload(String authorization) {
        String part = authorization.split("\\.")[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}

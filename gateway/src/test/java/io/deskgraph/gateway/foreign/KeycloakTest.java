package io.deskgraph.gateway.foreign;

import static io.deskgraph.gateway.foreign.Register.ACME;
import static io.deskgraph.gateway.foreign.Register.GLOBEX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** One story, for a real issuer takes its time to start: tokens that it issued, and what becomes of them. */
@QuarkusTest
class KeycloakTest {

    private static final Logger LOG = Logger.getLogger(KeycloakTest.class);
    private static final String ENTRY = ",\"role_claim\":\"realm_access.roles\",\"role_mappings\":"
            + "[{\"external_role\":\"desk-finance\",\"role\":\"Finance\"}]";

    @Inject
    Members members;

    @Test
    void aRealIssuersTokens() {
        long since = System.nanoTime();
        try (Keycloak keycloak = new Keycloak()) {
            LOG.infof(
                    "Keycloak was ready after %d s",
                    Duration.ofNanos(System.nanoTime() - since).toSeconds());
            Member tina = members.createActive(Tenancies.ACME, Tenancies.ACME_HOST, "Technician");
            keycloak.createRealm("acme", tina.userId() + "@member.test");
            keycloak.createRealm("rival", tina.userId() + "@member.test");
            ACME.clear();
            GLOBEX.clear();
            String id = ACME.add(keycloak.issuer("acme"), "deskgraph", ENTRY);
            GLOBEX.add(keycloak.issuer("rival"), "deskgraph", "");

            opens(keycloak, tina);
            isRefusedWithOneDefect(keycloak);
            isRefusedWhenItHasExpired(keycloak, id);
            newKeysArePickedUp(keycloak);
            keysAtHandServeWithoutTheIssuer(keycloak);
        }
    }

    private static void opens(Keycloak keycloak, Member tina) {
        String token = keycloak.tokenOfTina("acme", "desk");
        ACME.accepts(token);
        JsonObject me = new JsonObject(ACME.get("/api/v1/me", token).body()).getJsonObject("data");
        assertEquals(tina.userId().toString(), me.getJsonObject("user").getString("user_id"));
        assertEquals(new JsonArray(List.of("Finance", "Technician")), me.getJsonArray("roles"));
        assertTrue(me.getJsonArray("permissions").contains("timeentry:delete"));
        assertEquals(403, ACME.get("/api/v1/users", token).status());
        try (Peer peer = Peer.at("tickets", request -> request.response()
                .end(payload(request.getHeader("Authorization").substring(7)).encode()))) {
            WireAnswer forwarded = ACME.get("/api/v1/tickets", token);
            JsonObject claims = new JsonObject(forwarded.body());
            assertEquals("deskgraph-gateway", claims.getString("iss"));
            assertEquals(tina.userId().toString(), claims.getString("sub"));
            assertEquals("USER", claims.getString("actor_type"));
            assertEquals(me.getJsonArray("permissions"), claims.getJsonArray("permissions"));
        }
    }

    private static void isRefusedWithOneDefect(Keycloak keycloak) {
        String token = keycloak.tokenOfTina("acme", "desk");
        String[] parts = token.split("\\.");
        String rivals = keycloak.tokenOfTina("rival", "desk");
        assertEquals(401, ACME.status(keycloak.tokenOfTina("acme", "other")), "audience");
        assertEquals(401, ACME.status(keycloak.tokenOfClient("acme")), "no user's address");
        assertEquals(401, ACME.status(rivals), "issuer");
        assertEquals(401, GLOBEX.status(token), "tenant");
        assertEquals(401, ACME.status(parts[0] + "." + parts[1] + "."), "signature");
        assertEquals(401, ACME.status(parts[0] + "." + parts[1] + "." + rivals.split("\\.")[2]), "another's signature");
        String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        assertEquals(401, ACME.status(none + "." + parts[1] + "."), "none");
        String admin = payload(token).put("email", "ada@acme.test").encode();
        assertEquals(401, ACME.status(parts[0] + "." + base64(admin) + "." + parts[2]), "claims");
        assertEquals(200, ACME.status(token));
    }

    private static void isRefusedWhenItHasExpired(Keycloak keycloak, String id) {
        ACME.change(id, "{\"clock_skew_seconds\":0}");
        keycloak.setTokenLifespan("acme", 8);
        String token = keycloak.tokenOfTina("acme", "desk");
        ACME.accepts(token);
        ACME.refuses(token);
        keycloak.setTokenLifespan("acme", 300);
        ACME.change(id, "{\"clock_skew_seconds\":30}");
    }

    private static void newKeysArePickedUp(Keycloak keycloak) {
        String before = keycloak.tokenOfTina("acme", "desk");
        keycloak.rotateKeys("acme");
        String after = keycloak.tokenOfTina("acme", "desk");
        assertTrue(!before.split("\\.")[0].equals(after.split("\\.")[0]));
        ACME.accepts(after);
        assertEquals(200, ACME.status(before));
    }

    private static void keysAtHandServeWithoutTheIssuer(Keycloak keycloak) {
        String unseen = keycloak.tokenOfTina("acme", "desk");
        keycloak.kill();
        Eventually.until("the token is accepted", () -> ACME.status(unseen) == 200);
    }

    private static JsonObject payload(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

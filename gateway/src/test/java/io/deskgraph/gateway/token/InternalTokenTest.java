package io.deskgraph.gateway.token;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static io.deskgraph.gateway.test.Tenancies.MIA_KEY;
import static io.deskgraph.gateway.test.Tenancies.MSP;
import static io.deskgraph.gateway.test.Tenancies.ROOT;
import static io.deskgraph.gateway.test.Tenancies.TOM_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Members.Member;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InternalTokenTest {

    private static final String TICKETS = "/api/v1/tickets";

    @Inject
    Members members;

    private Peer tickets;
    private Peer assets;

    @BeforeEach
    void listen() {
        tickets = Peer.at("tickets", request -> request.response().end(request.getHeader("Authorization")));
        assets = Peer.at("assets", request -> request.response().end(request.getHeader("Authorization")));
    }

    @AfterEach
    void hangUp() {
        tickets.close();
        assets.close();
    }

    @Test
    void itSaysWhoCallsAndIsSignedByTheGateway() throws Exception {
        // When
        String token = token(ACME_HOST, ADA_KEY);

        // Then
        JsonObject claims = claims(token);
        assertTrue(isSigned(token));
        assertEquals("deskgraph-gateway", claims.getString("iss"));
        assertEquals("deskgraph-services", claims.getString("aud"));
        assertEquals(300, claims.getLong("exp") - claims.getLong("iat"));
        assertEquals(ADA.toString(), claims.getString("sub"));
        assertEquals(ACME.toString(), claims.getString("tenant"));
        assertEquals("acme", claims.getString("tenant_slug"));
        assertEquals("Ada Admin", claims.getString("name"));
        assertEquals("API_KEY", claims.getString("actor_type"));
        assertEquals(false, claims.getBoolean("msp"));
        assertEquals(List.of("Admin"), claims.getJsonArray("roles").getList());
        assertEquals(new TreeSet<>(Permissions.ALL), texts(claims.getJsonArray("permissions")));
        assertEquals(
                Database.texts("SELECT id::text FROM api_keys WHERE user_id = ? AND name = 'admin'", ADA),
                List.of(claims.getString("key")));
    }

    @Test
    void permissionsAreTheUnionOfTheRoles() throws Exception {
        // When
        JsonObject claims = claims(token(ACME_HOST, TOM_KEY));

        // Then
        assertEquals(
                List.of("Dispatcher", "Read Only"), claims.getJsonArray("roles").getList());
        assertEquals("tom@acme.test", claims.getString("name"));
        assertEquals(
                Set.of(
                        "asset:read",
                        "client:read",
                        "contact:read",
                        "ticket:create",
                        "ticket:read",
                        "ticket:update",
                        "timeentry:read"),
                texts(claims.getJsonArray("permissions")));
    }

    @Test
    void theOperatorsTokenSaysSo() throws Exception {
        // When
        JsonObject claims = claims(token(ROOT, MIA_KEY));

        // Then
        assertEquals(true, claims.getBoolean("msp"));
        assertEquals(MSP.toString(), claims.getString("tenant"));
        assertTrue(texts(claims.getJsonArray("permissions")).containsAll(Permissions.MSP_ONLY));
    }

    @Test
    void withoutACredentialOnlyTheTenantIsKnown() throws Exception {
        // When
        String token = Gate.get(ACME_HOST, "/a/TAG", key(ADA_KEY)).body().substring("Bearer ".length());

        // Then
        JsonObject claims = claims(token);
        assertTrue(isSigned(token));
        assertEquals(ACME.toString(), claims.getString("tenant"));
        assertEquals("00000000-0000-0000-0000-000000000000", claims.getString("sub"));
        assertEquals("ANONYMOUS", claims.getString("actor_type"));
        assertTrue(claims.getJsonArray("permissions").isEmpty());
        assertTrue(claims.getJsonArray("roles").isEmpty());
        assertFalse(claims.containsKey("key"));
    }

    @Test
    void aCallersTokenIsUsedAgain() {
        assertEquals(token(ACME_HOST, ADA_KEY), token(ACME_HOST, ADA_KEY));
        assertNotEquals(token(ACME_HOST, ADA_KEY), token(ACME_HOST, TOM_KEY));
    }

    @Test
    void scopesNarrowWhatTheRolesAllowAndNeverWiden() throws Exception {
        // Given
        Member member = members.createActive(ACME, ACME_HOST, "Read Only");
        String before = token(ACME_HOST, member.key());

        // When
        members.change(
                member,
                "UPDATE api_keys SET scopes = '{ticket:read,ticket:delete}' WHERE tenant_id = $1 AND user_id = $2",
                member.userId());

        // Then
        String after =
                Eventually.get("a new token", () -> token(ACME_HOST, member.key()), token -> !token.equals(before));
        assertEquals(Set.of("ticket:read"), texts(claims(after).getJsonArray("permissions")));
    }

    @Test
    void aChangedRoleGivesANewToken() throws Exception {
        // Given
        Member member = members.createActive(ACME, ACME_HOST, "Read Only");
        String before = token(ACME_HOST, member.key());

        // When
        members.change(
                member,
                "UPDATE user_roles SET role_id = (SELECT id FROM roles WHERE tenant_id = $1 AND name = 'Finance')"
                        + " WHERE tenant_id = $1 AND user_id = $2",
                member.userId());

        // Then
        String after =
                Eventually.get("a new token", () -> token(ACME_HOST, member.key()), token -> !token.equals(before));
        assertEquals(List.of("Finance"), claims(after).getJsonArray("roles").getList());
    }

    private static String token(String host, String key) {
        return Gate.get(host, TICKETS, key(key)).body().substring("Bearer ".length());
    }

    private static JsonObject claims(String token) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new JsonObject(new String(json, StandardCharsets.UTF_8));
    }

    private static boolean isSigned(String token) throws Exception {
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey());
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    private static PublicKey publicKey() throws GeneralSecurityException, IOException {
        String file = ConfigProvider.getConfig().getValue("deskgraph.token.public-key-file", String.class);
        String pem = Files.readString(Path.of(file)).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    }

    private static Set<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}

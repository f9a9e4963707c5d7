package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static io.deskgraph.gateway.test.Tenancies.GLOBEX;
import static io.deskgraph.gateway.test.Tenancies.MIA_KEY;
import static io.deskgraph.gateway.test.Tenancies.MSP;
import static io.deskgraph.gateway.test.Tenancies.MSP_HOST;
import static io.deskgraph.gateway.test.Tenancies.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.WireAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the root domain makes of {@code tenant=}: the peer answers with the token that it was sent. */
@QuarkusTest
class OperatorTest {

    private static final String ASSETS = "/api/assets";

    private Peer assets;

    @BeforeEach
    void listen() {
        assets = Peer.at("assets", request -> request.response().end(request.getHeader("Authorization")));
    }

    @AfterEach
    void hangUp() {
        assets.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void theParameterLeadsToItsTenantWhateverTheMethod(String method) {
        // When
        JsonObject claims = claims(Gate.request(method, ROOT, ASSETS + "?q=a&tenant=acme", key(MIA_KEY)));
        // Then
        assertEquals(ACME.toString(), claims.getString("tenant"));
        assertEquals("acme", claims.getString("tenant_slug"));
        assertEquals(true, claims.getBoolean("msp"));
        assertEquals("Mia", claims.getString("name"));
        assertFalse(claims.containsKey("all_tenants"));
    }

    @Test
    void withoutItTheOperatorLooksAtAllTenants() {
        JsonObject claims = claims(Gate.get(ROOT, ASSETS, key(MIA_KEY)));
        assertEquals(MSP.toString(), claims.getString("tenant"));
        assertEquals(true, claims.getBoolean("all_tenants"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void withoutItNothingIsWritten(String method) {
        Refusal.check(
                Gate.request(method, ROOT, ASSETS, key(MIA_KEY)),
                400,
                "TENANT_REQUIRED",
                "Tenant required",
                "Name the tenant to write to: tenant=<slug>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "ACME", "acme.desk.test", "%00"})
    void anUnknownSlugIsAnUnknownTenant(String slug) {
        WireAnswer answer = Gate.get(ROOT, ASSETS + "?tenant=" + slug, key(MIA_KEY));
        Refusal.check(answer, 404, "UNKNOWN_TENANT", "Unknown tenant", "Unknown tenant");
    }

    @Test
    void oneRequestWorksInOneTenant() {
        WireAnswer answer = Gate.get(ROOT, ASSETS + "?tenant=acme&tenant=globex", key(MIA_KEY));
        assertEquals(400, answer.status());
        assertEquals(400, Gate.get(ROOT, ASSETS + "?tenant=%zz", key(MIA_KEY)).status());
    }

    @ParameterizedTest
    @CsvSource({ACME_HOST + "," + ADA_KEY, MSP_HOST + "," + MIA_KEY})
    void onEveryOtherHostItMeansNothing(String host, String credential) {
        // When
        JsonObject with = claims(Gate.get(host, ASSETS + "?tenant=globex", key(credential)));
        // Then
        assertNotEquals(GLOBEX.toString(), with.getString("tenant"));
        assertFalse(with.containsKey("all_tenants"));
    }

    @Test
    void anotherTenantsUserIsNotHelpedByIt() {
        WireAnswer answer = Gate.get(ROOT, ASSETS + "?tenant=acme", key(ADA_KEY));
        assertEquals(403, answer.status());
        assertEquals(401, Gate.get(ROOT, ASSETS + "?tenant=acme").status());
    }

    @Test
    void theGatewaysOwnResourcesStayThoseOfTheOperator() {
        WireAnswer me = Gate.get(ROOT, "/api/v1/me?tenant=acme", key(MIA_KEY));
        assertEquals(
                MSP.toString(),
                new JsonObject(me.body())
                        .getJsonObject("data")
                        .getJsonObject("tenant")
                        .getString("tenant_id"));
    }

    @Test
    void eachTenantHasATokenThatIsUsedAgain() {
        String acme = Gate.get(ROOT, ASSETS + "?tenant=acme", key(MIA_KEY)).body();
        String globex = Gate.get(ROOT, ASSETS + "?tenant=globex", key(MIA_KEY)).body();
        assertEquals(acme, Gate.get(ROOT, ASSETS + "?tenant=acme", key(MIA_KEY)).body());
        assertNotEquals(acme, globex);
    }

    private static JsonObject claims(WireAnswer answer) {
        assertEquals(200, answer.status(), answer.body());
        byte[] json = Base64.getUrlDecoder().decode(answer.body().split("\\.")[1]);
        return new JsonObject(new String(json, StandardCharsets.UTF_8));
    }
}

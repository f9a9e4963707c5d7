package io.deskgraph.gateway.edge;

import static io.deskgraph.gateway.test.Gate.key;
import static io.deskgraph.gateway.test.Tenancies.ACME;
import static io.deskgraph.gateway.test.Tenancies.ACME_HOST;
import static io.deskgraph.gateway.test.Tenancies.ADA_KEY;
import static io.deskgraph.gateway.test.Tenancies.GLOBEX;
import static io.deskgraph.gateway.test.Tenancies.GLOBEX_HOST;
import static io.deskgraph.gateway.test.Tenancies.GRETA_KEY;
import static io.deskgraph.gateway.test.Tenancies.MIA_KEY;
import static io.deskgraph.gateway.test.Tenancies.MSP;
import static io.deskgraph.gateway.test.Tenancies.MSP_HOST;
import static io.deskgraph.gateway.test.Tenancies.ROOT;
import static io.deskgraph.gateway.test.Tenancies.UNKNOWN_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Peer;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.WireAnswer;
import io.deskgraph.kit.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CredentialTest {

    private static final String TICKETS = "/api/v1/tickets";

    private Peer peer;

    @BeforeEach
    void listen() {
        peer = Peer.echo("tickets");
    }

    @AfterEach
    void hangUp() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-API-Key: " + ADA_KEY,
                "x-api-key: " + ADA_KEY,
                "Authorization: Bearer " + ADA_KEY,
                "authorization: bearer  " + ADA_KEY
            })
    void aKeyIsTakenInEitherHeader(String credential) {
        // When
        WireAnswer answer = Gate.get(ACME_HOST, TICKETS, credential);

        // Then
        assertEquals(200, answer.status());
        assertEquals("tickets " + TICKETS, answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "X-API-Key:",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: Basic YWNtZTphY21l",
                "Cookie: key=" + ADA_KEY
            })
    void withoutACredentialItIsAskedFor(String header) {
        Refusal.checkUnauthorized(Gate.get(ACME_HOST, TICKETS, header), "API key required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-API-Key: " + UNKNOWN_KEY,
                "X-API-Key: " + ADA_KEY + "x",
                "X-API-Key: dgk_",
                "X-API-Key: ' or 1=1 --",
                "Authorization: Bearer " + UNKNOWN_KEY,
                "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
                "X-API-Key: " + GRETA_KEY,
                "X-API-Key: " + MIA_KEY
            })
    void anyOtherCredentialIsInvalid(String credential) {
        Refusal.checkUnauthorized(Gate.get(ACME_HOST, TICKETS, credential), "Invalid API key");
    }

    @Test
    void keysDoNotWorkOnTheOtherTenantsHost() {
        // When
        WireAnswer acmeOnGlobex = Gate.get(GLOBEX_HOST, TICKETS, key(ADA_KEY));
        WireAnswer globexOnAcme = Gate.get(ACME_HOST, TICKETS, key(GRETA_KEY));

        // Then
        Refusal.checkUnauthorized(acmeOnGlobex, "Invalid API key");
        Refusal.checkUnauthorized(globexOnAcme, "Invalid API key");
        assertEquals(200, Gate.get(GLOBEX_HOST, TICKETS, key(GRETA_KEY)).status());
    }

    @Test
    void twoCredentialsOfOneKindAreAmbiguous() {
        Refusal.checkUnauthorized(Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), key(ADA_KEY)), "Invalid API key");
        Refusal.checkUnauthorized(
                Gate.get(ACME_HOST, TICKETS, "Authorization: Bearer x", "Authorization: Bearer " + ADA_KEY),
                "Invalid API key");
    }

    @Test
    void theInternalTokenIsNoCredentialOutside() {
        // Given
        String internal = TestTokens.with("ticket:read").tenant(ACME, "acme").bearer();

        // When
        WireAnswer answer = Gate.get(ACME_HOST, TICKETS, "Authorization: " + internal);

        // Then
        Refusal.checkUnauthorized(answer, "Invalid API key");
    }

    @Test
    void theTenantHeaderMustNameTheHostsTenant() {
        // When
        WireAnswer own = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), "x-tenant-id: " + ACME);
        WireAnswer other = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), "x-tenant-id: " + GLOBEX);
        WireAnswer none = Gate.get(ACME_HOST, TICKETS, key(ADA_KEY), "x-tenant-id: acme");

        // Then
        assertEquals(200, own.status());
        Refusal.checkUnauthorized(other, "Invalid API key");
        Refusal.checkUnauthorized(none, "Invalid API key");
    }

    @Test
    void theRootDomainIsForTheOperator() {
        // When
        WireAnswer operator = Gate.get(ROOT, TICKETS, key(MIA_KEY));
        WireAnswer operatorsOwnHost = Gate.get(MSP_HOST, TICKETS, key(MIA_KEY));
        WireAnswer ordinary = Gate.get(ROOT, TICKETS, key(ADA_KEY));
        WireAnswer wrongTenant = Gate.get(ROOT, TICKETS, key(MIA_KEY), "x-tenant-id: " + ACME);

        // Then
        assertEquals(200, operator.status());
        assertEquals(200, operatorsOwnHost.status());
        Refusal.check(ordinary, 403, "SCOPE_REQUIRED", "Scope required", "Use the host of your tenant");
        Refusal.checkUnauthorized(wrongTenant, "Invalid API key");
        Refusal.checkUnauthorized(Gate.get(ROOT, TICKETS, key(UNKNOWN_KEY)), "Invalid API key");
        Refusal.checkUnauthorized(Gate.get(ROOT, TICKETS), "API key required");
        assertEquals(
                200,
                Gate.get(ROOT, TICKETS, key(MIA_KEY), "x-tenant-id: " + MSP).status());
    }

    @Test
    void theCredentialComesBeforeTheRoute() {
        Refusal.checkUnauthorized(Gate.get(ACME_HOST, "/internal/assets/1"), "API key required");
        Refusal.check(
                Gate.get(ACME_HOST, "/internal/assets/1", key(ADA_KEY)), 404, "NOT_FOUND", "Not found", "Not found");
    }
}

package io.deskgraph.gateway.foreign;

import static io.deskgraph.gateway.foreign.Register.ACME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an issuer is asked for its keys, and what is believed of its answer. */
@QuarkusTest
class IssuerKeysTest {

    private static final long INTERVAL_MILLIS = 2_000;

    @Inject
    Members members;

    private final TestIssuer issuer = new TestIssuer();
    private String email = "";

    @BeforeEach
    void clear() {
        email = members.createActive(Tenancies.ACME, Tenancies.ACME_HOST, "Technician")
                        .userId() + "@member.test";
        ACME.clear();
    }

    @AfterEach
    void hangUp() {
        issuer.close();
    }

    @Test
    void aNewKeyIsPickedUpAndAnOldOneIsDropped() {
        // Given
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        RsaJsonWebKey old = issuer.key(0);
        ACME.accepts(issuer.token(email));

        // When
        issuer.rotate(true);
        String withNew = issuer.token(email);
        ACME.accepts(withNew);

        // Then
        assertEquals(200, ACME.status(TestIssuer.sign(issuer.claims(email), "RS256", old)));
        issuer.rotate(false);
        ACME.accepts(issuer.token(email));
        assertEquals(401, ACME.status(TestIssuer.sign(issuer.claims(email), "RS256", old)));
    }

    @Test
    void keysAtHandServeWhileTheIssuerIsAway() {
        // Given
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        ACME.accepts(issuer.token(email));

        // When
        issuer.answerWith(request -> request.connection().close());

        // Then
        assertEquals(200, ACME.status(issuer.token(email)));
        assertEquals(401, ACME.status(TestIssuer.sign(issuer.claims(email), "RS256", issuer.stranger())));
        assertEquals(200, ACME.status(issuer.token(email)));
    }

    @Test
    void howeverManyUnknownKeysAreNamedTheIssuerIsAskedNowAndThen() {
        // Given
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        ACME.accepts(issuer.token(email));
        int before = issuer.requests();
        RsaJsonWebKey stranger = issuer.stranger();
        JwtClaims claims = issuer.claims(email);

        // When
        long since = System.nanoTime();
        IntStream.range(0, 200).parallel().forEach(i -> {
            RsaJsonWebKey key = renamed(stranger, "key-" + i);
            assertEquals(401, ACME.status(TestIssuer.sign(claims, "RS256", key)));
        });
        long took = (System.nanoTime() - since) / 1_000_000;

        // Then: two questions make one attempt
        int asked = issuer.requests() - before;
        assertTrue(asked <= 2 * (1 + took / INTERVAL_MILLIS), asked + " requests in " + took + " ms");
    }

    @Test
    void aDiscoveryDocumentOfAnotherIssuerIsNotBelieved() {
        // Given
        issuer.claimToBe("https://login.example.org/realms/test");
        String id = ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");

        // Then
        Eventually.until("the issuer was asked", () -> {
            assertEquals(401, ACME.status(issuer.token(email)));
            return issuer.requests() > 0;
        });
        assertEquals(401, ACME.status(issuer.token(email)));

        // When: the administrator says where the keys are
        ACME.change(id, "{\"jwks_url\":\"" + issuer.name() + "/keys\"}");

        // Then
        ACME.accepts(issuer.token(email));
    }

    @Test
    void whereThereIsNoDiscoveryTheKeysAreWhereTheyUsuallyAre() {
        issuer.answerWith(request -> {
            boolean keys = request.path().endsWith("/realms/test/.well-known/jwks.json");
            request.response()
                    .setStatusCode(keys ? 200 : 404)
                    .end(keys ? "{\"keys\":[" + issuer.key(0).toJson() + "]}" : "");
        });
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");

        ACME.accepts(issuer.token(email));
    }

    @Test
    void aRedirectionLeadsNowhere() {
        issuer.answerWith(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", issuer.name() + "/keys")
                .end());
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, ",\"jwks_url\":\"" + issuer.name() + "/start\"");

        Eventually.until("the issuer was asked", () -> {
            assertEquals(401, ACME.status(issuer.token(email)));
            return issuer.requests() > 0;
        });
        assertEquals(401, ACME.status(issuer.token(email)));
        assertEquals(1, issuer.requests());
    }

    @Test
    void aPrivateAddressIsNotAsked() {
        // Given: what the discovery document names is looked at like what the administrator typed
        issuer.answerWith(request -> request.response()
                .end("{\"issuer\":\"" + issuer.name() + "\",\"jwks_uri\":\"https://169.254.169.254/keys\"}"));
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");

        // Then
        Eventually.until("the issuer was asked", () -> {
            assertEquals(401, ACME.status(issuer.token(email)));
            return issuer.requests() > 0;
        });
    }

    private static RsaJsonWebKey renamed(RsaJsonWebKey key, String name) {
        RsaJsonWebKey copy = new RsaJsonWebKey(key.getRsaPublicKey());
        copy.setPrivateKey(key.getRsaPrivateKey());
        copy.setKeyId(name);
        return copy;
    }
}

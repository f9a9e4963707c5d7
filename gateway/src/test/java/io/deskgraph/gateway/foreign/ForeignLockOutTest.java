package io.deskgraph.gateway.foreign;

import static io.deskgraph.gateway.foreign.Register.ACME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.BehindProxies;
import io.deskgraph.gateway.test.Gate;
import io.deskgraph.gateway.test.Members;
import io.deskgraph.gateway.test.Refusal;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.gateway.test.WireAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever guesses at tokens of a tenant's issuer is no better off than whoever guesses at keys. */
@QuarkusTest
@TestProfile(BehindProxies.class)
class ForeignLockOutTest {

    private static final String ME = "/api/v1/me";

    @Inject
    Members members;

    private final TestIssuer issuer = new TestIssuer();
    private String email = "";

    @BeforeEach
    void register() {
        email = members.createActive(Tenancies.ACME, Tenancies.ACME_HOST, "Technician")
                        .userId() + "@member.test";
        ACME.clear();
        ACME.add(issuer.name(), TestIssuer.AUDIENCE, "");
        ACME.accepts(issuer.token(email));
    }

    @AfterEach
    void hangUp() {
        issuer.close();
    }

    @Test
    void anAddressThatGuessesTokensIsShutOutAndNobodyElseIs() {
        // When
        Refusal.checkUnauthorized(from("198.51.100.11", forged()), "Invalid API key");
        Refusal.checkUnauthorized(from("198.51.100.11", elsewhere()), "Invalid API key");
        Refusal.checkUnauthorized(from("198.51.100.11", unknownKey()), "Invalid API key");
        WireAnswer shut = from("198.51.100.11", unknownKey());

        // Then
        assertEquals(429, shut.status());
        int seconds = Integer.parseInt(shut.header("Retry-After"));
        assertTrue(seconds > 50 && seconds <= 60, shut.header("Retry-After"));
        assertEquals(200, from("198.51.100.11", issuer.token(email)).status(), "a good token passes");
        assertEquals(429, from("198.51.100.11", elsewhere()).status(), "and does not open the door for bad ones");
        assertEquals(401, from("198.51.100.12", elsewhere()).status(), "another address");
    }

    @Test
    void tokensAndKeysAreCountedTogether() {
        // When
        assertEquals(401, from("198.51.100.13", elsewhere()).status());
        assertEquals(401, withKey("198.51.100.13").status());
        assertEquals(401, from("198.51.100.13", elsewhere()).status());

        // Then
        assertEquals(429, withKey("198.51.100.13").status());
        assertEquals(429, from("198.51.100.13", elsewhere()).status());
    }

    /** Another key under the same name. */
    private String forged() {
        RsaJsonWebKey key = issuer.stranger();
        key.setKeyId(issuer.key(0).getKeyId());
        return TestIssuer.sign(issuer.claims(email), "RS256", key);
    }

    private String unknownKey() {
        return TestIssuer.sign(issuer.claims(email), "RS256", issuer.stranger());
    }

    /** A token that is good at another application. */
    private String elsewhere() {
        JwtClaims claims = issuer.claims(email);
        claims.setAudience("other");
        return issuer.sign(claims);
    }

    private static WireAnswer from(String address, String token) {
        return Gate.get(Tenancies.ACME_HOST, ME, Register.bearer(token), "X-Forwarded-For: " + address);
    }

    private static WireAnswer withKey(String address) {
        return Gate.get(Tenancies.ACME_HOST, ME, Gate.key(Tenancies.UNKNOWN_KEY), "X-Forwarded-For: " + address);
    }
}

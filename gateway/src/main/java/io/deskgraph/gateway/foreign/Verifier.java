package io.deskgraph.gateway.foreign;

import io.deskgraph.gateway.foreign.Refused.Reason;
import io.deskgraph.gateway.registry.TrustedIssuer;
import java.security.Key;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jspecify.annotations.Nullable;

/** Holds a token against what the tenant wants of its issuer. All of it must hold. */
final class Verifier {

    /** A token of another type, such as one that logs users out, is signed with the same keys. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private Verifier() {}

    /** @param key the one that the token names, of those that the issuer publishes */
    static ForeignToken verify(TrustedIssuer issuer, String token, Key key, Instant now) {
        try {
            JwtContext read = consumer(issuer, key, now).process(token);
            checkType(read.getJoseObjects().get(0).getHeader("typ"));
            return believed(issuer, read.getJwtClaims(), now);
        } catch (InvalidJwtException | MalformedClaimException | ClassCastException refused) {
            throw new Refused(Reason.SIGNATURE_OR_CLAIMS);
        }
    }

    private static JwtConsumer consumer(TrustedIssuer issuer, Key key, Instant now) {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(issuer.issuer())
                .setExpectedAudience(issuer.audiences().toArray(String[]::new))
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(issuer.clockSkewSeconds())
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, issuer.algorithms().toArray(String[]::new))
                .setVerificationKey(key)
                .build();
    }

    private static ForeignToken believed(TrustedIssuer issuer, JwtClaims verified, Instant now)
            throws MalformedClaimException {
        NumericDate issued = verified.getIssuedAt();
        long skew = issuer.clockSkewSeconds();
        if (issued != null && issued.getValue() > now.getEpochSecond() + skew) {
            throw new Refused(Reason.ISSUED_LATER);
        }
        Claims claims = new Claims(verified.getClaimsMap());
        String identity = claims.identity(issuer);
        if (identity == null) {
            throw new Refused(Reason.IDENTITY);
        }
        if (claims.isUnverified(identity)) {
            throw new Refused(Reason.ADDRESS_NOT_VERIFIED);
        }
        return new ForeignToken(
                issuer,
                identity,
                claims.roles(issuer),
                claims.text("given_name"),
                claims.text("family_name"),
                verified.getExpirationTime().getValueInMillis() + skew * 1_000);
    }

    private static void checkType(@Nullable String type) {
        if (type != null && !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            throw new Refused(Reason.TYPE);
        }
    }
}

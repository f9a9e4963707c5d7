package io.deskgraph.gateway.registry;

import io.deskgraph.gateway.apikey.AddressRange;
import io.deskgraph.gateway.token.CallerClaims;
import io.deskgraph.gateway.token.CallerToken;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key that may be used, and what its holder may do. Keys that may not be used have no entry. */
public final class Credential {

    private static final long USE_RESOLUTION_MILLIS = 1_000;

    private final UUID keyId;
    private final long expiresAtMillis;
    private final List<String> allowedIps;
    private final List<AddressRange> allowedRanges;
    private final CallerToken token;
    private final CallerToken tokenOfToken;
    private final LastUse lastUse;

    private Credential(Grant grant, CallerToken token, CallerToken tokenOfToken, LastUse lastUse) {
        this.keyId = grant.keyId();
        this.expiresAtMillis = grant.expiresAtMillis();
        this.allowedIps = grant.allowedIps();
        this.allowedRanges = grant.allowedIps().stream()
                .map(AddressRange::parse)
                .filter(Objects::nonNull)
                .toList();
        this.token = token;
        this.tokenOfToken = tokenOfToken;
        this.lastUse = lastUse;
    }

    /** Takes over from the entry before it what is still true: the token, if the claims are equal, and the last use. */
    static Credential of(Grant grant, CallerClaims claims, @Nullable Credential before) {
        if (before == null) {
            return new Credential(grant, new CallerToken(claims), new CallerToken(claims.withoutKey()), new LastUse());
        }
        return before.token.claims().equals(claims)
                ? new Credential(grant, before.token, before.tokenOfToken, before.lastUse)
                : new Credential(grant, new CallerToken(claims), new CallerToken(claims.withoutKey()), before.lastUse);
    }

    public UUID keyId() {
        return keyId;
    }

    public CallerToken token() {
        return token;
    }

    /** The same for a caller who sends a token that was given for this key. */
    public CallerToken tokenOfToken() {
        return tokenOfToken;
    }

    String print() {
        return Objects.requireNonNull(token.claims().keyPrint());
    }

    public boolean isUsable(Clock clock, String address) {
        return clock.millis() < expiresAtMillis && isAllowedFrom(address);
    }

    /** Remembers the use; it reaches the database with the next batch. */
    public void used(Clock clock) {
        lastUse.at(clock.millis(), USE_RESOLUTION_MILLIS);
    }

    LastUse lastUse() {
        return lastUse;
    }

    /** A list that holds nothing readable allows nobody, rather than everybody. */
    private boolean isAllowedFrom(String address) {
        return allowedIps.isEmpty() || allowedRanges.stream().anyMatch(range -> range.contains(address));
    }
}

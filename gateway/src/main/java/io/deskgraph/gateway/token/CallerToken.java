package io.deskgraph.gateway.token;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A caller's claims with the token that was last signed for them. Another set of claims is another object. */
public final class CallerToken {

    private final CallerClaims claims;
    private final Map<CallerClaims, CallerToken> elsewhere = new ConcurrentHashMap<>();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable SignedToken signed;

    public CallerToken(CallerClaims claims) {
        this.claims = claims;
    }

    public CallerClaims claims() {
        return claims;
    }

    /** The same caller at work in another tenant; kept with this one, and so goes out of use with it. */
    public CallerToken in(UUID tenantId, String tenantSlug) {
        return derived(claims.in(tenantId, tenantSlug));
    }

    /** The same caller looking at all tenants. */
    public CallerToken everywhere() {
        return derived(claims.everywhere());
    }

    @Nullable
    SignedToken signed() {
        return signed;
    }

    void keep(SignedToken token) {
        signed = token;
    }

    /** True for one caller at a time, until {@link #renewalEnded()}. */
    boolean beginRenewal() {
        return renewing.compareAndSet(false, true);
    }

    void renewalEnded() {
        renewing.set(false);
    }

    private CallerToken derived(CallerClaims other) {
        return elsewhere.computeIfAbsent(other, CallerToken::new);
    }
}

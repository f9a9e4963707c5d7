package io.deskgraph.gateway.token;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A caller's claims with the token that was last signed for them. Another set of claims is another object. */
public final class CallerToken {

    private final CallerClaims claims;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable SignedToken signed;

    public CallerToken(CallerClaims claims) {
        this.claims = claims;
    }

    public CallerClaims claims() {
        return claims;
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
}

package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.apikey.KeyFormat;
import io.deskgraph.gateway.apikey.KeyHash;
import io.deskgraph.gateway.apikey.KeyHasher;
import io.deskgraph.gateway.foreign.ForeignCallers;
import io.deskgraph.gateway.limit.PublicLimiter;
import io.deskgraph.gateway.proxy.InboundHead;
import io.deskgraph.gateway.registry.Credential;
import io.deskgraph.gateway.registry.Tenant;
import io.deskgraph.gateway.token.CallerToken;
import io.deskgraph.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** From a request's credential to its caller. Every way out but one is a refusal. */
@ApplicationScoped
class Admission {

    private static final String BEARER = "Bearer ";

    private final KeyHasher hasher;
    private final TokenAdmission tokens;
    private final ForeignCallers foreigners;
    private final PublicLimiter publicLimiter;
    private final Clock clock;

    Admission(
            KeyHasher hasher,
            TokenAdmission tokens,
            ForeignCallers foreigners,
            PublicLimiter publicLimiter,
            Clock clock) {
        this.hasher = hasher;
        this.tokens = tokens;
        this.foreigners = foreigners;
        this.publicLimiter = publicLimiter;
        this.clock = clock;
    }

    CallerToken admit(Site site, InboundHead head, String address) {
        String secret = secret(head);
        if (secret == null) {
            throw Refusals.keyRequired();
        }
        if (head.isCredentialAmbiguous()) {
            throw Refusals.invalidKey();
        }
        boolean key = KeyFormat.matches(secret);
        Credential credential = key ? find(site, hasher.hash(secret), address) : byToken(site, head, secret, address);
        CallerToken caller = key ? credential.token() : credential.tokenOfToken();
        checkTenantHeader(head.tenantId(), caller);
        credential.used(clock);
        return caller;
    }

    /** Who it is by a token of an issuer that the host's tenant trusts; null if what was sent is no such token. */
    @Nullable
    Future<CallerToken> foreigner(Site site, InboundHead head) {
        Tenant tenant = site.tenant();
        if (tenant == null || tenant.isSuspended() || head.apiKey() != null || head.isCredentialAmbiguous()) {
            return null;
        }
        String token = secret(head);
        return token == null ? null : foreigners.of(tenant, token);
    }

    /** @param found what came of {@link #foreigner} */
    CallerToken admit(InboundHead head, Future<CallerToken> found) {
        if (found.failed()) {
            throw ForeignCallers.isRefusal(found.cause())
                    ? Refusals.invalidKey()
                    : Problem.unavailable("The credential cannot be examined now", 1);
        }
        checkTenantHeader(head.tenantId(), found.result());
        return found.result();
    }

    /** A caller without a credential, where the route is open to everybody. */
    CallerToken anonymous(Site site, String address, MultiMap answer) {
        publicLimiter.admit(address, answer);
        Tenant tenant = site.tenant();
        if (tenant == null) {
            throw Refusals.unknownTenant();
        }
        if (tenant.isSuspended()) {
            throw Refusals.invalidKey();
        }
        return tenant.anonymous();
    }

    /** A token has one place, which is not that of keys. */
    private Credential byToken(Site site, InboundHead head, String secret, String address) {
        if (head.apiKey() != null) {
            throw Refusals.invalidKey();
        }
        return tokens.find(site, secret, address);
    }

    private Credential find(Site site, KeyHash hash, String address) {
        Tenant tenant = site.tenant();
        Credential credential = tenant == null || tenant.isSuspended() ? null : tenant.credential(hash);
        if (credential != null && credential.isUsable(clock, address)) {
            return credential;
        }
        throw isKeyOfAnOrdinaryTenant(site, hash, address) ? Refusals.scopeRequired() : Refusals.invalidKey();
    }

    private boolean isKeyOfAnOrdinaryTenant(Site site, KeyHash hash, String address) {
        if (!site.root()) {
            return false;
        }
        Credential elsewhere = site.snapshot().anyCredential(hash);
        return elsewhere != null && !elsewhere.token().claims().msp() && elsewhere.isUsable(clock, address);
    }

    private static void checkTenantHeader(@Nullable String tenantId, CallerToken caller) {
        String expected = caller.claims().tenantId().toString();
        if (tenantId != null && !expected.equalsIgnoreCase(tenantId.strip())) {
            throw Refusals.invalidKey();
        }
    }

    /** {@code X-API-Key} counts before {@code Authorization}; another scheme than Bearer is no credential. */
    private static @Nullable String secret(InboundHead head) {
        String key = head.apiKey();
        if (key != null && !key.isBlank()) {
            return key.strip();
        }
        String authorization = head.authorization();
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }
}

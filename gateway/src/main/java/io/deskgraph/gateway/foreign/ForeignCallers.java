package io.deskgraph.gateway.foreign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskgraph.gateway.foreign.Refused.Reason;
import io.deskgraph.gateway.registry.Member;
import io.deskgraph.gateway.registry.Tenant;
import io.deskgraph.gateway.registry.TrustedIssuer;
import io.deskgraph.gateway.token.CallerClaims;
import io.deskgraph.gateway.token.CallerToken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * From a token of a tenant's issuer to the caller. That it was verified is remembered until it expires, for exactly this
 * tenant and this entry of the issuer; user, roles and permissions are those that the registry has now.
 */
@Startup
@Singleton
public class ForeignCallers {

    private static final Logger LOG = Logger.getLogger(ForeignCallers.class);

    private static final String REFUSED = "deskgraph.gateway.issuer.refused";
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 12_000;

    private final IssuerKeys keys;
    private final NewUsers newUsers;
    private final Vertx vertx;
    private final Clock clock;
    private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);
    private final Cache<Sent, ForeignToken> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<CallerClaims, CallerToken> callers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ForeignCallers(IssuerKeys keys, NewUsers newUsers, Vertx vertx, MeterRegistry metrics, Clock clock) {
        this.keys = keys;
        this.newUsers = newUsers;
        this.vertx = vertx;
        this.clock = clock;
        for (Reason reason : Reason.values()) {
            refused.put(reason, metrics.counter(REFUSED, "reason", name(reason)));
        }
    }

    /** Null if this is no token of an issuer that the tenant trusts; a failure if it is one that is refused. */
    public @Nullable Future<CallerToken> of(Tenant tenant, String token) {
        if (!tenant.hasIssuers() || token.length() > LONGEST) {
            return null;
        }
        Sent sent = new Sent(tenant.id(), token);
        ForeignToken known = verified.getIfPresent(sent);
        if (known != null && isStillGood(known, tenant)) {
            return caller(tenant, known);
        }
        Glimpse glimpse = Glimpse.of(token);
        TrustedIssuer issuer = glimpse == null ? null : tenant.issuer(glimpse.issuer());
        if (glimpse == null || issuer == null) {
            return null;
        }
        return verify(issuer, glimpse, token)
                .onSuccess(good -> verified.put(sent, good))
                .compose(good -> caller(tenant, good))
                .onFailure(this::count);
    }

    /** Whether the token was examined and not found good, rather than not examined. */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof Refused;
    }

    private boolean isStillGood(ForeignToken known, Tenant tenant) {
        return clock.millis() < known.expiresAtMillis()
                && known.issuer().equals(tenant.issuer(known.issuer().issuer()));
    }

    private Future<ForeignToken> verify(TrustedIssuer issuer, Glimpse glimpse, String token) {
        String algorithm = glimpse.algorithm();
        if (algorithm == null || !issuer.algorithms().contains(algorithm)) {
            return Future.failedFuture(new Refused(Reason.ALGORITHM));
        }
        return keys.keysFor(issuer, glimpse.keyId())
                .compose(found -> verify(issuer, token, found.find(glimpse.keyId(), algorithm)));
    }

    /** On a worker thread: a signature may cost more than an event loop has to give. */
    private Future<ForeignToken> verify(TrustedIssuer issuer, String token, @Nullable Key key) {
        return key == null
                ? Future.failedFuture(new Refused(Reason.KEY))
                : vertx.executeBlocking(() -> Verifier.verify(issuer, token, key, clock.instant()), false);
    }

    private Future<CallerToken> caller(Tenant tenant, ForeignToken token) {
        Member member = tenant.member(token.identity());
        if (member != null) {
            return Future.succeededFuture(caller(tenant, member, token));
        }
        return token.issuer().createUsers()
                ? newUsers.enter(token).map(entered -> caller(tenant, entered, token))
                : Future.failedFuture(new Refused(Reason.USER));
    }

    private CallerToken caller(Tenant tenant, Member member, ForeignToken token) {
        return callers.get(tenant.claims(member, roles(member, token)), CallerToken::new);
    }

    /** What the user holds here and what the token gives; the default only to whoever would have none. */
    private static Collection<String> roles(Member member, ForeignToken token) {
        TreeSet<String> roles = new TreeSet<>(member.roles());
        for (String external : token.externalRoles()) {
            roles.addAll(token.issuer().rolesByExternal().getOrDefault(external, List.of()));
        }
        return roles.isEmpty() ? new TreeSet<>(token.issuer().defaultRoles()) : roles;
    }

    private void count(Throwable failure) {
        if (failure instanceof Refused refusal) {
            Objects.requireNonNull(refused.get(refusal.reason())).increment();
            // Without the token: whoever reads the log must not be able to use it.
            LOG.debugf("A token of another issuer was refused: %s", name(refusal.reason()));
        } else {
            LOG.errorf(failure, "A token of another issuer could not be examined");
        }
    }

    private static String name(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private record Sent(UUID tenantId, String token) {

        /** Says nothing: it may end up in a log. */
        @Override
        public String toString() {
            return "Sent";
        }
    }
}

package io.deskgraph.gateway.token;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands out tokens. A signature costs about a millisecond of CPU, which on an event loop would hold up every connection
 * of that loop: it is made on a worker thread. A caller in steady use never waits for one, since the token is renewed in
 * the background while the old one is still good.
 */
@ApplicationScoped
public class CallerTokens {

    private static final Logger LOG = Logger.getLogger(CallerTokens.class);

    private static final long USELESS_BEFORE_EXPIRY = Duration.ofSeconds(60).toMillis();
    private static final long RENEWED_BEFORE_EXPIRY = Duration.ofSeconds(120).toMillis();

    private final TokenSigner signer;
    private final Vertx vertx;
    private final Clock clock;

    CallerTokens(TokenSigner signer, Vertx vertx, Clock clock) {
        this.signer = signer;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** The value of the {@code Authorization} header if one is at hand; else null, and {@link #sign} has to be asked. */
    public @Nullable String atHand(CallerToken caller) {
        SignedToken token = caller.signed();
        if (token == null) {
            return null;
        }
        long left = token.expiresAtMillis() - clock.millis();
        if (left < USELESS_BEFORE_EXPIRY) {
            return null;
        }
        if (left < RENEWED_BEFORE_EXPIRY && caller.beginRenewal()) {
            renew(caller);
        }
        return token.authorization();
    }

    /** Signs on a worker thread; the result arrives on the calling event loop. */
    public Future<String> sign(CallerToken caller) {
        return vertx.executeBlocking(() -> signNow(caller), false);
    }

    private void renew(CallerToken caller) {
        vertx.executeBlocking(() -> signNow(caller), false)
                .onFailure(failure -> LOG.error("A token could not be renewed", failure))
                .onComplete(done -> caller.renewalEnded());
    }

    private String signNow(CallerToken caller) {
        SignedToken token = signer.sign(caller.claims());
        caller.keep(token);
        return token.authorization();
    }
}

package io.deskgraph.gateway.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskgraph.gateway.foreign.IssuerClient.Said;
import io.deskgraph.gateway.registry.TrustedIssuer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys of issuers. Each tenant's entry has its own: what one tenant's address answers counts for no other. */
@Startup
@Singleton
class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FETCHES = "deskgraph.gateway.issuer.fetches";
    private static final int REMEMBERED = 10_000;
    private static final int NOT_FOUND = 404;

    private final IssuerClient client;
    private final KeyRing.Times times;
    private final Clock clock;
    private final Counter fetched;
    private final Counter failed;
    private final Cache<Place, KeyRing> rings =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    IssuerKeys(IssuerClient client, IssuerConfig config, MeterRegistry metrics, Clock clock) {
        this.client = client;
        this.times = KeyRing.Times.of(config);
        this.clock = clock;
        this.fetched = metrics.counter(FETCHES, "outcome", "fetched");
        this.failed = metrics.counter(FETCHES, "outcome", "failed");
    }

    Future<KeySet> keysFor(TrustedIssuer issuer, @Nullable String keyId) {
        Place place = new Place(issuer.tenantId(), issuer.id(), issuer.issuer(), issuer.jwksUrl());
        return rings.get(place, unseen -> new KeyRing(() -> fetch(unseen), times))
                .keysFor(keyId, clock.millis());
    }

    private Future<KeySet> fetch(Place place) {
        return jwks(place)
                .map(IssuerKeys::keys)
                .onSuccess(keys -> fetched.increment())
                .onFailure(failure -> failed.increment())
                .onFailure(failure -> LOG.warnf("No keys of the issuer %s: %s", place.issuer(), failure.getMessage()));
    }

    private Future<Said> jwks(Place place) {
        if (place.jwksUrl() != null) {
            return client.get(place.jwksUrl());
        }
        String base = place.issuer().replaceFirst("/$", "");
        return client.get(base + "/.well-known/openid-configuration")
                .compose(said -> client.get(
                        said.status() == NOT_FOUND ? base + "/.well-known/jwks.json" : discovered(place, said)));
    }

    /** A document that speaks for another issuer speaks for nobody. */
    private static String discovered(Place place, Said said) {
        JsonNode document = json(said);
        if (!place.issuer().equals(document.path("issuer").textValue())) {
            throw new IllegalStateException("The discovery document is another issuer's");
        }
        String address = document.path("jwks_uri").textValue();
        if (address == null) {
            throw new IllegalStateException("The discovery document names no keys");
        }
        return address;
    }

    private static KeySet keys(Said said) {
        try {
            JsonNode checked = json(said);
            return KeySet.parse(checked.toString());
        } catch (JoseException e) {
            throw new IllegalStateException("Not a set of keys");
        }
    }

    private static JsonNode json(Said said) {
        if (said.status() != 200) {
            throw new IllegalStateException("Answered " + said.status());
        }
        try {
            return JSON.readTree(said.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Did not answer JSON");
        }
    }

    private record Place(
            UUID tenantId, UUID id, String issuer, @Nullable String jwksUrl) {}
}

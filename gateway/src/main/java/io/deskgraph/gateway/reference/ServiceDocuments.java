package io.deskgraph.gateway.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.gateway.proxy.Forwarder;
import io.deskgraph.gateway.proxy.Said;
import io.deskgraph.gateway.route.Upstream;
import io.deskgraph.gateway.token.CallerClaims;
import io.deskgraph.gateway.token.CallerToken;
import io.deskgraph.gateway.token.CallerTokens;
import io.deskgraph.kit.openapi.OwnDocument;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The documents of the services, as each last said. */
@ApplicationScoped
class ServiceDocuments {

    static final List<Upstream> SERVICES = List.of(Upstream.TICKETS, Upstream.ASSETS, Upstream.LINKS);

    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final String PATH = "/internal/openapi";
    private static final int OK = 200;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Forwarder forwarder;
    private final CallerTokens tokens;
    private final OwnDocument own;
    private final ObjectMapper json;
    private final CallerToken gateway = new CallerToken(CallerClaims.anonymous(NOBODY, "gateway", false));
    private final Map<Upstream, Heard> heard = new ConcurrentHashMap<>();

    ServiceDocuments(Forwarder forwarder, CallerTokens tokens, OwnDocument own, ObjectMapper json) {
        this.forwarder = forwarder;
        this.tokens = tokens;
        this.own = own;
        this.json = json;
    }

    /** Asks every service; never fails, since what a service said before goes on counting. */
    Future<Void> refresh() {
        return Future.join(SERVICES.stream().map(this::ask).toList())
                .otherwiseEmpty()
                .mapEmpty();
    }

    /** What is known, the gateway's own document included. */
    Map<Upstream, JsonNode> known() {
        Map<Upstream, JsonNode> known = new EnumMap<>(Upstream.class);
        heard.forEach((service, document) -> known.put(service, document.document()));
        known.put(Upstream.GATEWAY, parse(own.json()));
        return known;
    }

    /** Changes whenever {@link #known()} does. */
    Map<Upstream, String> tags() {
        Map<Upstream, String> tags = new EnumMap<>(Upstream.class);
        heard.forEach((service, document) -> tags.put(service, document.tag()));
        return tags;
    }

    private Future<Void> ask(Upstream service) {
        return authorization()
                .compose(token -> forwarder.ask(service, PATH, headers(service, token)))
                .map(said -> keep(service, said))
                .onFailure(cause -> LOG.debugf("No document from %s: %s", service, cause.getMessage()))
                .mapEmpty();
    }

    private Future<String> authorization() {
        String atHand = tokens.atHand(gateway);
        return atHand == null ? tokens.sign(gateway) : Future.succeededFuture(atHand);
    }

    private MultiMap headers(Upstream service, String authorization) {
        MultiMap headers = HttpHeaders.headers();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);
        Heard before = heard.get(service);
        if (before != null) {
            headers.set(HttpHeaders.IF_NONE_MATCH, before.tag());
        }
        return headers;
    }

    private @Nullable Void keep(Upstream service, Said said) {
        if (said.status() == OK && said.tag() != null) {
            heard.put(service, new Heard(said.tag(), parse(said.body().toString())));
            LOG.infof("The document of %s is in", service);
        }
        return null;
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An OpenAPI document is no JSON", e);
        }
    }

    private record Heard(String tag, JsonNode document) {}
}

package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.answer.Leftovers;
import io.deskgraph.gateway.answer.ProblemWriter;
import io.deskgraph.gateway.answer.SecurityHeaders;
import io.deskgraph.gateway.proxy.Forwarder;
import io.deskgraph.gateway.proxy.Forwarding;
import io.deskgraph.gateway.proxy.InboundHead;
import io.deskgraph.gateway.proxy.Visitor;
import io.deskgraph.gateway.route.RequestTarget;
import io.deskgraph.gateway.route.Route;
import io.deskgraph.gateway.route.Routes;
import io.deskgraph.gateway.route.Upstream;
import io.deskgraph.gateway.tenant.CanonicalHost;
import io.deskgraph.gateway.token.CallerToken;
import io.deskgraph.gateway.token.CallerTokens;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.ExchangeFacts;
import io.deskgraph.kit.request.RequestIds;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides each request and sends it on its way. Runs on the event loop and never waits. */
@ApplicationScoped
class Edge {

    private static final int LONGEST_TARGET = 8 * 1024;
    private static final String PASSED_ON = "deskgraph.edge.passed-on";
    private static final int NO_CONTENT = 204;
    private static final int LARGEST_HEAD = 16 * 1024;

    private final Sites sites;
    private final Callers callers;
    private final TrustedProxies proxies;
    private final CallerTokens tokens;
    private final Forwarder forwarder;
    private final ProblemWriter problems;

    Edge(
            Sites sites,
            Callers callers,
            TrustedProxies proxies,
            CallerTokens tokens,
            Forwarder forwarder,
            ProblemWriter problems) {
        this.sites = sites;
        this.callers = callers;
        this.proxies = proxies;
        this.tokens = tokens;
        this.forwarder = forwarder;
        this.problems = problems;
    }

    void handle(RoutingContext exchange) {
        guarded(exchange, () -> decide(exchange));
    }

    private void guarded(RoutingContext exchange, Runnable decision) {
        try {
            decision.run();
        } catch (Problem refusal) {
            problems.write(exchange, refusal);
        } catch (RuntimeException unforeseen) {
            problems.unforeseen(exchange, unforeseen);
        }
    }

    /** What the server itself found wrong before the request came here: as a rule, no host or no path to go by. */
    void rejected(RoutingContext exchange) {
        if (exchange.get(PASSED_ON) != null) {
            exchange.next();
        } else if (exchange.request().authority() == null) {
            problems.write(exchange, Refusals.hostRequired());
        } else if (exchange.statusCode() >= 400 && exchange.statusCode() < 500) {
            problems.write(exchange, Refusals.malformedTarget());
        } else {
            problems.unforeseen(exchange, exchange.failure());
        }
    }

    private void decide(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        InboundHead head = head(request);
        RequestTarget target = target(request, head);
        String host = host(head, target);
        Visitor visitor = proxies.visitor(request, head);
        if (visitor.secure()) {
            SecurityHeaders.demandTls(exchange.response().headers());
        }
        Site site = sites.of(host);
        if (Cors.isPreflight(site, request, exchange.response().headers())) {
            answerPreflight(exchange);
            return;
        }
        Route route = Routes.of(target.path());
        if (route != null) {
            exchange.put(ExchangeFacts.ROUTE, route.pattern());
        }
        Arrival arrival = new Arrival(exchange, head, target, host, visitor, site, route);
        Future<CallerToken> foreigner = callers.foreigner(site, route, exchange, head);
        if (foreigner == null) {
            proceed(arrival, callers.admit(site, route, exchange, head, visitor.address()));
        } else {
            await(arrival, foreigner);
        }
    }

    /** Goes on where the request is at home, whoever has found out who it is. */
    private void await(Arrival arrival, Future<CallerToken> foreigner) {
        RoutingContext exchange = arrival.exchange();
        if (foreigner.isComplete()) {
            admit(arrival, foreigner);
            return;
        }
        if (arrival.head().hasBody()) {
            exchange.request().pause();
        }
        Context home = exchange.vertx().getOrCreateContext();
        foreigner.onComplete(found -> home.runOnContext(go -> guarded(exchange, () -> admit(arrival, foreigner))));
    }

    private void admit(Arrival arrival, Future<CallerToken> foreigner) {
        String address = arrival.visitor().address();
        proceed(arrival, callers.admit(arrival.site(), arrival.exchange(), arrival.head(), address, foreigner));
    }

    private void proceed(Arrival arrival, CallerToken caller) {
        RoutingContext exchange = arrival.exchange();
        InboundHead head = arrival.head();
        Route route = arrival.route();
        if (route == null) {
            throw Refusals.noRoute();
        }
        checkBody(head, route);
        RequestTarget target = arrival.target();
        withToken(
                exchange,
                OperatorScope.of(arrival.site(), route, exchange.request().method(), target, caller),
                head.hasBody(),
                token -> dispatch(
                        exchange,
                        new Forwarding(
                                head,
                                target,
                                route,
                                arrival.visitor(),
                                authority(head, arrival.host()),
                                token,
                                RequestIds.of(exchange))));
    }

    private static InboundHead head(HttpServerRequest request) {
        try {
            return InboundHead.of(request);
        } catch (IllegalArgumentException unsendable) {
            throw Refusals.malformedHeader();
        }
    }

    private static RequestTarget target(HttpServerRequest request, InboundHead head) {
        if (request.uri().length() > LONGEST_TARGET) {
            throw Refusals.targetTooLong();
        }
        if (head.size() > LARGEST_HEAD) {
            throw Refusals.headersTooLarge();
        }
        if (head.hasUnknownCoding()) {
            throw Refusals.unknownCoding();
        }
        RequestTarget target = RequestTarget.parse(request.uri());
        if (target == null) {
            throw Refusals.malformedTarget();
        }
        return target;
    }

    /** An absolute target repeats the host; two that differ are an attempt to be read in two ways. */
    private static String host(InboundHead head, RequestTarget target) {
        String host = head.host() == null ? null : CanonicalHost.of(head.host());
        if (host == null) {
            throw Refusals.hostRequired();
        }
        if (target.authority() != null && !host.equals(CanonicalHost.of(target.authority()))) {
            throw Refusals.hostRequired();
        }
        return host;
    }

    private static void answerPreflight(RoutingContext exchange) {
        HttpServerResponse response = exchange.response();
        SecurityHeaders.complete(response.headers());
        Leftovers.discard(exchange);
        response.setStatusCode(NO_CONTENT).end();
    }

    private static void checkBody(InboundHead head, Route route) {
        if (head.contentLength() > route.bodyLimit()) {
            throw Refusals.bodyTooLarge();
        }
    }

    private void withToken(RoutingContext exchange, CallerToken caller, boolean body, Consumer<String> then) {
        String atHand = tokens.atHand(caller);
        if (atHand != null) {
            then.accept(atHand);
            return;
        }
        if (body) {
            exchange.request().pause();
        }
        tokens.sign(caller).onSuccess(then::accept).onFailure(failure -> problems.unforeseen(exchange, failure));
    }

    private void dispatch(RoutingContext exchange, Forwarding forwarding) {
        if (forwarding.route().upstream() != Upstream.GATEWAY) {
            forwarder.forward(exchange, forwarding);
            return;
        }
        // The gateway's own resources are guarded like any service's: by the internal token.
        exchange.request().headers().set(HttpHeaders.AUTHORIZATION, forwarding.authorization());
        exchange.put(PASSED_ON, true);
        exchange.next();
    }

    private static String authority(InboundHead head, String host) {
        String sent = String.valueOf(head.host());
        int colon = sent.lastIndexOf(':');
        return colon < 0 || sent.endsWith("]") ? host : host + sent.substring(colon);
    }

    /** A request that is well formed and has come to somebody's host. */
    private record Arrival(
            RoutingContext exchange,
            InboundHead head,
            RequestTarget target,
            String host,
            Visitor visitor,
            Site site,
            @Nullable Route route) {}
}

package io.deskgraph.gateway.proxy;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.gateway.answer.HangUp;
import io.deskgraph.gateway.answer.Leftovers;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.trace.Spans;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and back. It ends once: with the service's answer, with a problem, or because the
 * client has gone; whatever arrives later is ignored. All of it runs on the event loop of the client's connection.
 */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final RoutingContext routing;
    private final HttpServerRequest inbound;
    private final HttpServerResponse outward;
    private final Forwarding forwarding;
    private final Service service;
    private final Forwarder forwarder;
    private final MultiMap headers;
    private final KeptBody kept;
    private final Silence silence;
    private final long began = System.nanoTime();
    private @Nullable HttpClientRequest upstream;
    private @Nullable Replica replica;
    private @Nullable RequestBody body;
    private int attempts;
    private boolean over;

    Exchange(RoutingContext routing, Forwarding forwarding, Service service, Forwarder forwarder) {
        this.routing = routing;
        this.inbound = routing.request();
        this.outward = routing.response();
        this.forwarding = forwarding;
        this.service = service;
        this.forwarder = forwarder;
        this.headers = OutboundHeaders.of(forwarding, Spans.of(routing));
        this.kept = KeptBody.of(inbound.method(), headers, forwarding.head().hasBody());
        this.silence =
                new Silence(forwarder.vertx(), patience(forwarding, forwarder).toMillis(), this::timedOut);
    }

    private static Duration patience(Forwarding forwarding, Forwarder forwarder) {
        return forwarding.route().slow()
                ? forwarder.config().slowResponseTimeout()
                : forwarder.config().responseTimeout();
    }

    void begin() {
        if (forwarding.head().hasBody()) {
            inbound.pause();
        }
        inbound.exceptionHandler(this::clientGone);
        // Not by the response's own handlers: there is one of each, and those who measure the exchange are told by
        // them.
        routing.addEndHandler(this::ended);
        attempt();
    }

    private void attempt() {
        attempts++;
        if (attempts > 1) {
            forwarder.metrics().retried(forwarding.route().upstream());
        }
        Replica chosen = service.choose(replica, System.nanoTime());
        if (chosen == null) {
            unavailable();
            return;
        }
        leave();
        replica = chosen;
        chosen.began();
        long patience = forwarder.config().queueTimeout().toMillis();
        forwarder
                .client()
                .request(chosen.request(inbound.method(), forwarding.target().uri(), headers, patience))
                .onComplete(connection -> connected(chosen, connection));
    }

    private void connected(Replica chosen, AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            notConnected(chosen, connection.cause());
            return;
        }
        HttpClientRequest request = connection.result();
        if (over) {
            request.reset();
            return;
        }
        upstream = request;
        request.exceptionHandler(failure -> broken(request, failure));
        request.response().onComplete(answer -> answered(request, answer));
        silence.begin();
        send(request);
    }

    private void send(HttpClientRequest request) {
        if (!forwarding.head().hasBody()) {
            request.end();
            return;
        }
        if (kept.isWhole()) {
            kept.sendAgain(request, forwarding.head().contentLength() < 0);
            return;
        }
        if (forwarding.head().expectsContinue()) {
            outward.writeContinue();
        }
        kept.begin();
        RequestBody sent = new RequestBody(
                forwarding, inbound, request, kept, silence, forwarder.pace(), this::tooLarge, this::tooSlow);
        body = sent;
        sent.send();
    }

    private void answered(HttpClientRequest request, AsyncResult<HttpClientResponse> answer) {
        if (answer.failed()) {
            broken(request, answer.cause());
        } else if (!over && request == upstream) {
            noteAnswer(answer.result());
            if (mayAskAnother(answer.result().statusCode())) {
                upstream = null;
                request.reset();
                attempt();
                return;
            }
            new AnswerRelay(routing, answer.result(), forwarding, silence, this::relayed, this::cut).relay();
        }
    }

    /** Nothing has been sent, so another attempt is safe whatever the method. */
    private void notConnected(Replica chosen, Throwable cause) {
        boolean refused = Failures.isRefusal(cause);
        if (refused) {
            chosen.refused(System.nanoTime());
        }
        if (over) {
            return;
        }
        if (refused && attempts < service.size()) {
            attempt();
            return;
        }
        if (refused && attempts < attemptsAtMost()) {
            attemptLater();
            return;
        }
        LOG.warnf("No connection to %s after %d attempts: %s", service.name(), attempts, cause);
        unavailable();
    }

    private void unavailable() {
        refuse(Problem.of(ErrorCode.UNAVAILABLE, "The service is not available, try again")
                .header("Retry-After", RETRY_AFTER_SECONDS));
    }

    private int attemptsAtMost() {
        return Math.max(forwarder.config().attempts(), service.size());
    }

    /** A replica that is shutting down says 503 to what it no longer takes; another one will take it. */
    private boolean mayAskAnother(int status) {
        return status == UNAVAILABLE && service.hasSeveral() && attempts < service.size() && kept.isRepeatable();
    }

    private void noteAnswer(HttpClientResponse answer) {
        if (replica == null) {
            return;
        }
        replica.answered();
        String connection = answer.getHeader(HttpHeaders.CONNECTION);
        if (connection != null && HttpHeaders.CLOSE.toString().equalsIgnoreCase(connection)) {
            replica.leaves(System.nanoTime());
        }
    }

    /** Is done with the replica that was last asked. */
    private void leave() {
        if (replica != null) {
            replica.ended();
        }
    }

    /** At once, but once only: where a service has died, all its connections in the pool have, and it takes them a moment. */
    private void attemptAnother() {
        if (attempts == 1) {
            attempt();
        } else {
            attemptLater();
        }
    }

    private void attemptLater() {
        long delay = forwarder.config().retryDelay().toMillis() << (attempts - 1);
        forwarder.vertx().setTimer(Math.max(1, delay), elapsed -> attemptUnlessOver());
    }

    private void attemptUnlessOver() {
        if (!over) {
            attempt();
        }
    }

    /** The connection broke before an answer: a pooled one may have died of old age, so the harmless are sent again. */
    private void broken(HttpClientRequest request, Throwable cause) {
        if (over || request != upstream) {
            return;
        }
        if (outward.headWritten()) {
            cut(cause);
            return;
        }
        if (attempts < attemptsAtMost() && kept.isRepeatable()) {
            upstream = null;
            attemptAnother();
            return;
        }
        LOG.warnf("%s broke off request %s: %s", service.name(), forwarding.requestId(), cause);
        refuse(Problem.of(ErrorCode.BAD_GATEWAY, "The service broke off before it answered"));
    }

    private void timedOut() {
        if (body != null && body.isAwaited()) {
            tooSlow();
            return;
        }
        if (replica != null && !outward.headWritten()) {
            replica.wasSilent(System.nanoTime());
        }
        LOG.warnf("%s was silent for too long in request %s", service.name(), forwarding.requestId());
        if (outward.headWritten()) {
            cut(null);
        } else {
            refuse(Problem.of(ErrorCode.UPSTREAM_TIMEOUT, "The service did not answer in time"));
        }
    }

    private void tooLarge() {
        if (outward.headWritten()) {
            cut(null);
            return;
        }
        refuse(Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "The request body is too large"));
    }

    private void tooSlow() {
        if (outward.headWritten()) {
            cut(null);
            return;
        }
        refuse(Problem.of(ErrorCode.REQUEST_TIMEOUT, "The request body did not arrive in time")
                .header("Connection", "close"));
    }

    private void refuse(Problem problem) {
        if (finish(Outcome.FAILED)) {
            dropUpstream();
            forwarder.problems().write(routing, problem);
        }
    }

    private void relayed() {
        if (finish(Outcome.ANSWERED) && forwarding.head().hasBody() && !inbound.isEnded()) {
            // Answered before the whole body had been sent: the service will not read the rest.
            dropUpstream();
            Leftovers.discard(routing);
        }
    }

    /** Part of the answer is out already: only breaking off tells the client that it is not whole. */
    private void cut(@Nullable Throwable cause) {
        if (finish(Outcome.CUT)) {
            LOG.debugf("Answer of %s cut short in request %s: %s", service.name(), forwarding.requestId(), cause);
            dropUpstream();
            HangUp.on(inbound);
        }
    }

    private void ended(AsyncResult<Void> end) {
        if (end.failed()) {
            clientGone(end.cause());
        }
    }

    private void clientGone(@Nullable Throwable cause) {
        if (finish(Outcome.ABANDONED)) {
            LOG.debugf("The client left in request %s: %s", forwarding.requestId(), cause);
            dropUpstream();
        }
    }

    private void dropUpstream() {
        if (upstream != null) {
            upstream.reset();
        }
    }

    /** True the first time. */
    private boolean finish(Outcome outcome) {
        if (over) {
            return false;
        }
        over = true;
        silence.end();
        leave();
        forwarder.metrics().record(forwarding.route().upstream(), outcome, System.nanoTime() - began);
        return true;
    }
}

package io.deskgraph.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address of a service, and how it has been doing. After it refused a connection it is left alone for a moment, a
 * longer one each time; after a row of silences and while it says farewell likewise. Whatever else it answers, it is well
 * again.
 */
final class Replica {

    static final int SILENCES_IN_A_ROW = 10;

    private static final long SHORTEST_REST = Duration.ofMillis(250).toNanos();
    private static final long LONGEST_REST = Duration.ofSeconds(8).toNanos();
    private static final long REST_OF_LEAVING = Duration.ofSeconds(2).toNanos();
    private static final long REST_AFTER_SILENCE = Duration.ofSeconds(5).toNanos();

    private final String host;
    private final int port;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile int refusals;
    private volatile int silences;
    private volatile boolean resting;
    private volatile boolean silent;
    private volatile long restUntil;

    Replica(String host, int port) {
        this.host = host;
        this.port = port;
    }

    RequestOptions request(HttpMethod method, String uri, MultiMap headers, long timeoutMillis) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(host)
                .setPort(port)
                .setURI(uri)
                .setHeaders(headers)
                .setConnectTimeout(timeoutMillis);
    }

    void began() {
        underWay.incrementAndGet();
    }

    void ended() {
        underWay.decrementAndGet();
    }

    int underWay() {
        return underWay.get();
    }

    void answered() {
        if (refusals != 0 || silences != 0 || resting) {
            refusals = 0;
            silences = 0;
            silent = false;
            resting = false;
        }
    }

    void refused(long nowNanos) {
        int before = refusals;
        refusals = before + 1;
        rest(nowNanos, Math.min(LONGEST_REST, SHORTEST_REST << Math.min(before, 10)));
    }

    /** It asked to be left: it still answers what it gets, but will not for long. */
    void leaves(long nowNanos) {
        rest(nowNanos, REST_OF_LEAVING);
    }

    void wasSilent(long nowNanos) {
        silences = silences + 1;
        if (silences >= SILENCES_IN_A_ROW) {
            silent = true;
            rest(nowNanos, REST_AFTER_SILENCE);
        }
    }

    boolean isResting(long nowNanos) {
        return resting && nowNanos - restUntil < 0;
    }

    /** Whether asking it would most likely be another long wait for nothing. */
    boolean isCutOff(long nowNanos) {
        return silent && isResting(nowNanos);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private void rest(long nowNanos, long nanos) {
        restUntil = nowNanos + nanos;
        resting = true;
    }
}

package io.deskgraph.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What the relay is doing, as metrics and health see it. */
@ApplicationScoped
public class RelayState {

    private volatile boolean leads;
    private volatile OutboxTable.Lag lag = new OutboxTable.Lag(0, 0);
    private volatile @Nullable String failure;
    private final Counter sent;

    RelayState(MeterRegistry metrics) {
        metrics.gauge("outbox.lag.events", this, state -> state.lag.events());
        metrics.gauge("outbox.lag.seconds", this, state -> state.lag.seconds());
        metrics.gauge("outbox.relay.leader", this, state -> state.leads ? 1 : 0);
        sent = metrics.counter("outbox.events.sent");
    }

    void lead() {
        leads = true;
        failure = null;
    }

    void follow() {
        leads = false;
    }

    void failed(Exception cause) {
        failure = cause.getClass().getSimpleName();
    }

    void observe(OutboxTable.Lag measured) {
        lag = measured;
    }

    void sent(int events) {
        sent.increment(events);
    }

    public boolean leads() {
        return leads;
    }

    /** Why the relay does not run, or null. */
    public @Nullable String failure() {
        return failure;
    }

    OutboxTable.Lag lag() {
        return lag;
    }
}

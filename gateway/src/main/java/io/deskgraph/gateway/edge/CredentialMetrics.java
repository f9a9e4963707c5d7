package io.deskgraph.gateway.edge;

import io.deskgraph.contracts.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what became of credentials. Nothing of a credential, nor of who sent it, is in a label. */
@Startup
@ApplicationScoped
class CredentialMetrics {

    private static final String NAME = "deskgraph.gateway.credentials";

    private final Counter good;
    private final Counter missing;
    private final Counter invalid;
    private final Counter elsewhere;
    private final Counter lockedOut;

    CredentialMetrics(MeterRegistry registry) {
        good = registry.counter(NAME, "outcome", "good");
        missing = registry.counter(NAME, "outcome", "missing");
        invalid = registry.counter(NAME, "outcome", "invalid");
        elsewhere = registry.counter(NAME, "outcome", "wrong_host");
        lockedOut = registry.counter(NAME, "outcome", "locked_out");
    }

    void good() {
        good.increment();
    }

    /** @param sent whether there was anything that could have been a credential */
    void refused(ErrorCode code, boolean sent) {
        switch (code) {
            case SCOPE_REQUIRED -> elsewhere.increment();
            case RATE_LIMITED -> lockedOut.increment();
            default -> (sent ? invalid : missing).increment();
        }
    }
}

package io.deskgraph.gateway.foreign;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings that tests without the application vary. */
record Settings(List<String> networks, boolean allowHttp) implements IssuerConfig {

    static final int LARGEST = 10_000;

    @Override
    public Optional<List<String>> privateNetworks() {
        return Optional.of(networks);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration timeout() {
        return Duration.ofMillis(400);
    }

    @Override
    public MemorySize maxAnswerSize() {
        return new MemorySize(BigInteger.valueOf(LARGEST));
    }

    @Override
    public Duration refreshAfter() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration refreshInterval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration keepStale() {
        return Duration.ofHours(12);
    }
}

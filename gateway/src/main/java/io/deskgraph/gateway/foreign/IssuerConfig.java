package io.deskgraph.gateway.foreign;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the keys of issuers are fetched, and from where. */
@ConfigMapping(prefix = "deskgraph.issuers")
public interface IssuerConfig {

    /** Networks that are not public and that an issuer may be in all the same. */
    Optional<List<String>> privateNetworks();

    /** Whether keys may come without TLS from anywhere, and not from this machine alone. */
    @WithDefault("false")
    boolean allowHttp();

    @WithDefault("2s")
    Duration connectTimeout();

    /** For one answer of an issuer, from beginning to end. */
    @WithDefault("5s")
    Duration timeout();

    /** The largest answer. */
    @WithDefault("256K")
    MemorySize maxAnswerSize();

    /** From when on keys are fetched anew in the background. */
    @WithDefault("10m")
    Duration refreshAfter();

    /** The shortest time between two attempts for one issuer, whoever sends what. */
    @WithDefault("30s")
    Duration refreshInterval();

    /** How long keys are used while the issuer cannot be asked. */
    @WithDefault("12h")
    Duration keepStale();
}

package io.deskgraph.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a key and a tenant may ask for where the tenant's settings say nothing else. */
@ConfigMapping(prefix = "deskgraph.rate-limit")
interface RateLimitConfig {

    @WithDefault("enforce")
    Mode mode();

    OfKey key();

    OfTenant tenant();

    /** Keys, and tenants, remembered; the longest unseen is forgotten first. */
    @WithDefault("200000")
    int remembered();

    /** What becomes of a request over the limit. */
    enum Mode {
        /** It is refused. */
        ENFORCE,
        /** It is counted, told in the headers, and passes. */
        OBSERVE,
        /** Nothing is counted. */
        OFF
    }

    /** One API key, or one user of another issuer. */
    interface OfKey {

        @WithDefault("120")
        int burst();

        @WithDefault("60")
        int refillPerSecond();
    }

    /** All keys of a tenant together. */
    interface OfTenant {

        @WithDefault("600")
        int burst();

        @WithDefault("300")
        int refillPerSecond();
    }
}

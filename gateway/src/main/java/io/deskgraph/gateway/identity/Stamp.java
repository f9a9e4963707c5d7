package io.deskgraph.gateway.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The time of a change, as precise in events as in rows. */
public record Stamp(Instant instant) {

    public static Stamp now(Clock clock) {
        return new Stamp(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    public OffsetDateTime column() {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package io.deskgraph.contracts;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one aggregate, as a service hands it to the outbox inside the transaction of the change.
 * Tenant, actor, time and event id are added there.
 *
 * @param aggregateId the subject; also the second half of the Kafka key
 * @param aggregateVersion 1, 2, 3 … per aggregate: the version of the row after the change
 * @param payload a record with {@code after} and {@code changed}
 * @param causationId the event that caused this one; null means the current request
 */
public record Fact(
        String topic,
        String type,
        String aggregateId,
        long aggregateVersion,
        Object payload,
        @Nullable String causationId) {

    public Fact {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(aggregateId, "aggregateId");
        Objects.requireNonNull(payload, "payload");
        if (aggregateVersion < 1) {
            throw new IllegalArgumentException("Versions start at 1: " + type + " " + aggregateVersion);
        }
    }

    public static Fact of(String topic, String type, UUID aggregateId, long aggregateVersion, Object payload) {
        return of(topic, type, aggregateId.toString(), aggregateVersion, payload);
    }

    public static Fact of(String topic, String type, String aggregateId, long aggregateVersion, Object payload) {
        return new Fact(topic, type, aggregateId, aggregateVersion, payload, null);
    }

    /** The same fact, caused by an event instead of by the current request. */
    public Fact causedBy(UUID eventId) {
        return new Fact(topic, type, aggregateId, aggregateVersion, payload, eventId.toString());
    }
}

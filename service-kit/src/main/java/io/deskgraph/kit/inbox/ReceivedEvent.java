package io.deskgraph.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** An event as it came: CloudEvents attributes and the payload. */
public record ReceivedEvent(
        UUID id,
        UUID tenantId,
        String type,
        String subject,
        long version,
        OffsetDateTime time,
        @Nullable String actorId,
        String actorType,
        JsonNode payload) {

    /** The full state after the change; a JSON null when the aggregate was deleted. */
    public JsonNode after() {
        return payload.path("after");
    }

    public boolean isDeletion() {
        return after().isNull();
    }

    /** @throws IllegalArgumentException when it is not an event of ours */
    static ReceivedEvent of(ConsumerRecord<String, byte[]> record, ObjectMapper json) {
        try {
            return new ReceivedEvent(
                    UUID.fromString(required(record, Headers.ID)),
                    UUID.fromString(required(record, Headers.TENANT_ID)),
                    required(record, Headers.TYPE),
                    required(record, Headers.SUBJECT),
                    Long.parseLong(required(record, Headers.AGGREGATE_VERSION)),
                    OffsetDateTime.parse(required(record, Headers.TIME)),
                    optional(record, Headers.ACTOR_ID),
                    required(record, Headers.ACTOR_TYPE),
                    json.readTree(record.value()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("Not an event: " + e.getMessage(), e);
        }
    }

    /** The version that a record names; 0 when it names none. */
    static long version(ConsumerRecord<?, ?> record) {
        String version = optional(record, Headers.AGGREGATE_VERSION);
        return version == null || !version.matches("\\d{1,18}") ? 0 : Long.parseLong(version);
    }

    private static String required(ConsumerRecord<?, ?> record, String name) {
        String value = optional(record, name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

package io.deskgraph.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.deskgraph.contracts.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of a topic as a subscriber sees it. A value that is no JSON is given as text. */
public record PublishedEvent(
        String topic, int partition, long offset, String key, Map<String, String> headers, JsonNode payload) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PublishedEvent of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new PublishedEvent(
                record.topic(), record.partition(), record.offset(), record.key(), headers, json(record.value()));
    }

    public String id() {
        return headers.get(Headers.ID);
    }

    public UUID tenantId() {
        String tenant = headers.get(Headers.TENANT_ID);
        return tenant == null ? null : UUID.fromString(tenant);
    }

    public String type() {
        return headers.get(Headers.TYPE);
    }

    public String subject() {
        return headers.get(Headers.SUBJECT);
    }

    public long version() {
        return Long.parseLong(headers.get(Headers.AGGREGATE_VERSION));
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            return TextNode.valueOf(new String(value, StandardCharsets.UTF_8));
        }
    }
}

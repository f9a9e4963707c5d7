package io.deskgraph.standalone.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.Headers;
import io.deskgraph.standalone.suite.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** An event as it travelled. */
public record Event(String topic, int partition, long offset, Map<String, String> headers, String value) {

    static Event of(ConsumerRecord<String, String> row) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : row.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Event(
                row.topic(), row.partition(), row.offset(), headers, row.value() == null ? "null" : row.value());
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String type() {
        return header(Headers.TYPE);
    }

    public String tenantId() {
        return header(Headers.TENANT_ID);
    }

    public JsonNode json() {
        return Json.tree(value);
    }
}

package io.deskgraph.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One reader for each kind of value that can arrive in JSON, so that no record has to check it again. */
final class WireModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    WireModule() {
        super("deskgraph-wire");
        addDeserializer(String.class, new WireText());
        addKeyDeserializer(String.class, new WireKey());
        addDeserializer(UUID.class, new WireForm<>(UUID.class, StrictText::uuid));
        addDeserializer(Instant.class, new WireForm<>(Instant.class, StrictText::instant));
        addDeserializer(LocalDate.class, new WireForm<>(LocalDate.class, StrictText::date));
        addDeserializer(BigDecimal.class, new WireDecimal());
        addDeserializer(Number.class, new WireNumber());
        addDeserializer(Double.class, new WireDouble(Double.class));
        addDeserializer(Double.TYPE, new WireDouble(Double.TYPE));
        addDeserializer(JsonNode.class, new WireTree<>(JsonNode.class));
        addDeserializer(ObjectNode.class, new WireTree<>(ObjectNode.class));
        addDeserializer(ArrayNode.class, new WireTree<>(ArrayNode.class));
        addSerializer(Instant.class, new InstantWriter());
    }
}

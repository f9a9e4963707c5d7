package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Sent}: the tree first, which knows the names, then the body from the tree. */
final class SentReader extends JsonDeserializer<Sent<?>> implements ContextualDeserializer {

    private final @Nullable JavaType bodyType;

    SentReader() {
        this(null);
    }

    private SentReader(@Nullable JavaType bodyType) {
        this.bodyType = bodyType;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new SentReader(type.containedType(0));
    }

    @Override
    public Sent<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        ObjectNode tree = context.readValue(parser, ObjectNode.class);
        Set<String> names = new HashSet<>();
        tree.fieldNames().forEachRemaining(names::add);
        return new Sent<>(context.readTreeAsValue(tree, bodyType), names);
    }
}

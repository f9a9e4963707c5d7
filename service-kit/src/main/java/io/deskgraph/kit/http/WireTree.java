package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;

/** Free-form JSON: the platform's tree, then every text, name and number in it is checked like a declared one. */
final class WireTree<T extends JsonNode> extends StdDeserializer<T> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient JsonDeserializer<? extends JsonNode> platform;

    WireTree(Class<T> type) {
        super(type);
        this.platform = JsonNodeDeserializer.getDeserializer(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = platform.deserialize(parser, context);
        check(parser, tree);
        return (T) tree;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T getNullValue(DeserializationContext context) throws JsonMappingException {
        return (T) platform.getNullValue(context);
    }

    private static void check(JsonParser parser, JsonNode node) throws IOException {
        if (node.isTextual()) {
            WireText.checked(parser, node.textValue());
        } else if (node.isBigDecimal()) {
            Decimals.checked(parser, node.decimalValue());
        } else if (node.isArray()) {
            checkItems(parser, node);
        } else if (node.isObject()) {
            checkMembers(parser, node);
        }
    }

    private static void checkItems(JsonParser parser, JsonNode array) throws IOException {
        for (int i = 0; i < array.size(); i++) {
            try {
                check(parser, array.get(i));
            } catch (IOException invalid) {
                throw JsonMappingException.wrapWithPath(invalid, array, i);
            }
        }
    }

    private static void checkMembers(JsonParser parser, JsonNode object) throws IOException {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            WireText.checked(parser, member.getKey());
            try {
                check(parser, member.getValue());
            } catch (IOException invalid) {
                throw JsonMappingException.wrapWithPath(invalid, object, member.getKey());
            }
        }
    }
}

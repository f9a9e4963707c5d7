package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A view that is JSON already: written once for its tag, copied as it is into the answer. */
public final class Rendered extends JsonSerializable.Base {

    private final byte[] json;
    private final String tag;

    Rendered(byte[] json, String tag) {
        this.json = json;
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /** In bytes. */
    public int size() {
        return json.length;
    }

    public String json() {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeRawValue(json());
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(generator, provider);
    }
}

package io.deskgraph.kit.http;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;

/** Names in maps obey the same rule as texts. */
final class WireKey extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        return WireText.checked(context.getParser(), key);
    }
}

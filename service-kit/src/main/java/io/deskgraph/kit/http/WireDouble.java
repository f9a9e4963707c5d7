package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;

/** A finite number; the texts "NaN" and "Infinity", which the platform would read, are texts. */
final class WireDouble extends StdScalarDeserializer<Double> {

    @Serial
    private static final long serialVersionUID = 1L;

    WireDouble(Class<Double> type) {
        super(type);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return (Double) context.handleUnexpectedToken(Double.class, parser);
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new InputCoercionException(parser, "Number out of range", parser.currentToken(), Double.class);
        }
        return value;
    }
}

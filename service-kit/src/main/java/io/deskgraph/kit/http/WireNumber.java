package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;

/** A number of no declared type, as maps of free-form values have them. */
final class WireNumber extends StdScalarDeserializer<Number> {

    @Serial
    private static final long serialVersionUID = 1L;

    WireNumber() {
        super(Number.class);
    }

    @Override
    public Number deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return (Number) context.handleUnexpectedToken(Number.class, parser);
        }
        BigDecimal value = Decimals.checked(parser, parser.getDecimalValue());
        return switch (parser.getNumberType()) {
            case INT -> (Number) value.intValueExact();
            case LONG -> (Number) value.longValueExact();
            case BIG_INTEGER -> value.toBigIntegerExact();
            default -> value;
        };
    }
}

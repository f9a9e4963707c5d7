package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A decimal as a number or, so that no client's floating point touches it, as a text. */
final class WireDecimal extends StdScalarDeserializer<BigDecimal> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern FORM = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    WireDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return Decimals.checked(parser, parser.getDecimalValue());
        }
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        String text = parser.getText();
        return FORM.matcher(text).matches()
                ? new BigDecimal(text)
                : (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "Invalid number");
    }
}

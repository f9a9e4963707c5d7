package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.io.Serial;

/** Text that can be stored and sent on; anything but a JSON string is of the wrong type. */
final class WireText extends StdScalarDeserializer<String> {

    @Serial
    private static final long serialVersionUID = 1L;

    WireText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        return checked(parser, parser.getText());
    }

    static String checked(JsonParser parser, String text) throws InvalidFormatException {
        if (!StrictText.isClean(text)) {
            throw new UncleanText(parser);
        }
        return text;
    }

    /** Says nothing about the value: it cannot be shown. */
    static final class UncleanText extends InvalidFormatException {

        @Serial
        private static final long serialVersionUID = 1L;

        UncleanText(JsonParser parser) {
            super(parser, "Contains a character that is not allowed", "", String.class);
        }
    }
}

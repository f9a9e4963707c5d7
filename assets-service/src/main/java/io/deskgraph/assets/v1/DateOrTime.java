package io.deskgraph.assets.v1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.deskgraph.kit.http.StrictText;
import java.io.IOException;
import java.io.Serial;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A day, written as such or as a time of that day in UTC. */
final class DateOrTime extends StdScalarDeserializer<LocalDate> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DATE_LENGTH = 10;

    DateOrTime() {
        super(LocalDate.class);
    }

    static LocalDate parse(String text) {
        return text.length() <= DATE_LENGTH
                ? StrictText.date(text)
                : StrictText.instant(text).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        try {
            return parse(parser.getText());
        } catch (IllegalArgumentException invalid) {
            return (LocalDate) context.handleWeirdStringValue(
                    LocalDate.class, parser.getText(), String.valueOf(invalid.getMessage()));
        }
    }
}

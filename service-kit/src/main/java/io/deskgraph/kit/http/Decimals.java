package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.math.BigDecimal;

/** Keeps numbers to a size that can be written out in full: {@code 1e400000000} is short to send and long to print. */
final class Decimals {

    private static final int MAX_DIGITS = 100;

    private Decimals() {}

    static BigDecimal checked(JsonParser parser, BigDecimal value) throws IOException {
        if (isTooLong(value)) {
            throw new InputCoercionException(
                    parser, "Number out of range", JsonToken.VALUE_NUMBER_FLOAT, BigDecimal.class);
        }
        return value;
    }

    static boolean isTooLong(BigDecimal value) {
        return value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS;
    }
}

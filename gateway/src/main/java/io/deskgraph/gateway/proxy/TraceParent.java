package io.deskgraph.gateway.proxy;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** W3C trace context: a client's trace goes on if it is well formed, else a new one begins. */
final class TraceParent {

    private static final int LENGTH = 55;
    private static final HexFormat HEX = HexFormat.of();

    private TraceParent() {}

    static boolean isValid(@Nullable String value) {
        return value != null
                && value.length() == LENGTH
                && value.startsWith("00-")
                && isId(value, 3, 35)
                && value.charAt(35) == '-'
                && isId(value, 36, 52)
                && value.charAt(52) == '-'
                && isHex(value.charAt(53))
                && isHex(value.charAt(54));
    }

    /** Not sampled: whether to record is for those to say who have a collector. */
    static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-" + HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1) + "-"
                + HEX.toHexDigits(random.nextLong() | 1) + "-00";
    }

    private static boolean isId(String value, int from, int to) {
        boolean nonZero = false;
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (!isHex(c)) {
                return false;
            }
            nonZero |= c != '0';
        }
        return nonZero;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}

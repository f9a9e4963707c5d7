package io.deskgraph.gateway.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Brings a raw path into the one form that this process and the services read alike, or refuses it. Matrix parameters
 * are refused, since services cut them off before they match; an encoded slash stays encoded and is part of its segment.
 */
final class CanonicalPath {

    private static final String HEX = "0123456789ABCDEF";
    private static final String REFUSED = "\\;#\"<>^`{|}";

    private CanonicalPath() {}

    /** Null if the path is refused. */
    static @Nullable String of(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c >= 0x7F || REFUSED.indexOf(c) >= 0) {
                return null;
            }
        }
        String path = raw.indexOf('%') < 0 ? raw : decodeUnreserved(raw);
        return path != null && hasPlainSegments(path) ? path : null;
    }

    /** No empty segment but one at the end, and none that climbs or stays. */
    private static boolean hasPlainSegments(String path) {
        int start = 1;
        for (int i = 1; i <= path.length(); i++) {
            boolean last = i == path.length();
            if (last || path.charAt(i) == '/') {
                if (i == start && !last || isDots(path, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isDots(String path, int start, int end) {
        int length = end - start;
        return length > 0 && length <= 2 && path.charAt(start) == '.' && path.charAt(end - 1) == '.';
    }

    private static @Nullable String decodeUnreserved(String raw) {
        StringBuilder path = new StringBuilder(raw.length());
        ByteBuffer decoded = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                path.append(c);
                decoded.put((byte) c);
                continue;
            }
            int octet = octet(raw, i);
            if (octet <= 0) {
                return null;
            }
            appendOctet(path, octet);
            decoded.put((byte) octet);
            i += 2;
        }
        return isUtf8(decoded.flip()) ? path.toString() : null;
    }

    /** The value of an escape; -1 if it is none. NUL is refused by the caller, for no text column can hold it. */
    private static int octet(String raw, int percent) {
        if (percent + 2 >= raw.length()) {
            return -1;
        }
        int high = Character.digit(raw.charAt(percent + 1), 16);
        int low = Character.digit(raw.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static void appendOctet(StringBuilder path, int octet) {
        if (isUnreserved(octet)) {
            path.append((char) octet);
        } else {
            path.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
        }
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}

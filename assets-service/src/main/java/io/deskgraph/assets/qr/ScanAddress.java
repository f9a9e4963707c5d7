package io.deskgraph.assets.qr;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The address that an asset's code leads to. */
public record ScanAddress(
        UUID asset,
        long number,
        String assetTag,
        String name,
        @Nullable String base) {

    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    /** @param host where the request came to; counts unless the tenant has an address of its own */
    public String url(String host) {
        String start = base == null || base.isBlank() ? "https://" + host : base.strip();
        return withoutSlash(start) + "/a/" + encode(assetTag);
    }

    private static String withoutSlash(String start) {
        int end = start.length();
        while (end > 0 && start.charAt(end - 1) == '/') {
            end--;
        }
        return start.substring(0, end);
    }

    /** As a path segment: everything but unreserved characters is escaped. */
    static String encode(String tag) {
        StringBuilder path = new StringBuilder();
        for (byte b : tag.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                path.append(c);
            } else {
                path.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return path.toString();
    }
}

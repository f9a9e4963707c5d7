package io.deskgraph.gateway.tenant;

import io.netty.util.NetUtil;
import java.net.IDN;
import java.net.Inet6Address;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one spelling of a host: lower case, A-labels, no port, no trailing dot, IPv6 compressed in brackets. */
public final class CanonicalHost {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int HIGHEST_PORT = 65_535;

    private CanonicalHost() {}

    /** The canonical form of a host with or without a port; null if it is not a host. */
    public static @Nullable String of(String authority) {
        if (authority.startsWith("[")) {
            return ipv6(authority);
        }
        int colon = authority.indexOf(':');
        if (colon < 0) {
            return name(authority);
        }
        return isPort(authority, colon + 1) ? name(authority.substring(0, colon)) : null;
    }

    private static @Nullable String ipv6(String authority) {
        int close = authority.indexOf(']');
        boolean ended = close == authority.length() - 1;
        if (close < 0 || !(ended || authority.charAt(close + 1) == ':' && isPort(authority, close + 2))) {
            return null;
        }
        String literal = authority.substring(1, close);
        if (literal.indexOf('%') >= 0) {
            return null;
        }
        Inet6Address address = NetUtil.getByName(literal);
        return address == null ? null : "[" + NetUtil.toAddressString(address) + "]";
    }

    private static @Nullable String name(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String ascii = isAscii(bare) ? bare.toLowerCase(Locale.ROOT) : ascii(bare);
        return ascii != null && isName(ascii) ? ascii : null;
    }

    private static @Nullable String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            return null;
        }
    }

    private static boolean isName(String host) {
        if (host.isEmpty() || host.length() > LONGEST_NAME) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || host.charAt(i) == '.') {
                if (!isLabel(host, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isLabel(String host, int start, int end) {
        int length = end - start;
        if (length == 0 || length > LONGEST_LABEL || host.charAt(start) == '-' || host.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = host.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** An empty port is one, says RFC 3986. */
    private static boolean isPort(String authority, int from) {
        int port = 0;
        for (int i = from; i < authority.length(); i++) {
            int digit = authority.charAt(i) - '0';
            if (digit < 0 || digit > 9 || port > HIGHEST_PORT) {
                return false;
            }
            port = port * 10 + digit;
        }
        return port <= HIGHEST_PORT;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}

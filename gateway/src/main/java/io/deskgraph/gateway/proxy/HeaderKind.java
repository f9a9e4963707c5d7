package io.deskgraph.gateway.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a header of a client's request is to the gateway. */
enum HeaderKind {
    /** Travels on as it is. */
    PASS,
    /** Ends here. */
    DROP,
    HOST("Host"),
    API_KEY("X-API-Key"),
    AUTHORIZATION("Authorization"),
    TENANT_ID("X-Tenant-Id"),
    TRACE_PARENT("traceparent"),
    TRACE_STATE("tracestate"),
    FORWARDED_FOR("X-Forwarded-For"),
    FORWARDED_PROTO("X-Forwarded-Proto"),
    CONNECTION("Connection"),
    CONTENT_LENGTH("Content-Length"),
    TRANSFER_ENCODING("Transfer-Encoding"),
    EXPECT("Expect");

    private static final String[] HOP_BY_HOP = {
        "Keep-Alive", "TE", "Trailer", "Upgrade", "HTTP2-Settings", "Forwarded", "X-Real-IP", "X-Request-Id", "baggage"
    };
    private static final String[] DROPPED_FAMILIES = {
        "proxy-",
        "x-forwarded-",
        "x-tenant",
        "x-user",
        "x-role",
        "x-permission",
        "x-caller",
        "x-internal-",
        "x-deskgraph-"
    };
    private static final int LONGEST = 32;
    private static final Known[][] BY_LENGTH = index();

    private final String[] names;

    HeaderKind(String... names) {
        this.names = names;
    }

    static HeaderKind of(String name) {
        if (name.length() < LONGEST) {
            for (Known known : BY_LENGTH[name.length()]) {
                if (known.name.equalsIgnoreCase(name)) {
                    return known.kind;
                }
            }
        }
        return isOfDroppedFamily(name) ? DROP : PASS;
    }

    private static boolean isOfDroppedFamily(String name) {
        char first = name.isEmpty() ? ' ' : (char) (name.charAt(0) | 0x20);
        if (first != 'x' && first != 'p') {
            return false;
        }
        for (String family : DROPPED_FAMILIES) {
            if (name.regionMatches(true, 0, family, 0, family.length())) {
                return true;
            }
        }
        return false;
    }

    private static Known[][] index() {
        Known[][] index = new Known[LONGEST][];
        for (int length = 0; length < LONGEST; length++) {
            index[length] = ofLength(length);
        }
        return index;
    }

    private static Known[] ofLength(int length) {
        List<Known> found = new ArrayList<>();
        for (HeaderKind kind : values()) {
            for (String name : kind == DROP ? HOP_BY_HOP : kind.names) {
                if (name.length() == length) {
                    found.add(new Known(name.toLowerCase(Locale.ROOT), kind));
                }
            }
        }
        return found.toArray(Known[]::new);
    }

    private record Known(String name, HeaderKind kind) {}
}

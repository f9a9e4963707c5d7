package io.deskgraph.kit.request;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The id that ties an answer, its log lines and its events together. */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    static final int MAX_LENGTH = 128;
    private static final String KEY = "deskgraph.request-id";

    private RequestIds() {}

    /** The sender's id if it is 1-128 visible ASCII characters, else a fresh one. */
    public static String accept(@Nullable String sent) {
        return sent != null && isAcceptable(sent) ? sent : fresh();
    }

    /** The id of this exchange; given at the first call. */
    public static String of(RoutingContext exchange) {
        String known = exchange.get(KEY);
        if (known != null) {
            return known;
        }
        String id = accept(exchange.request().getHeader(HEADER));
        exchange.put(KEY, id);
        return id;
    }

    private static boolean isAcceptable(String sent) {
        return !sent.isEmpty() && sent.length() <= MAX_LENGTH && sent.chars().allMatch(RequestIds::isVisible);
    }

    private static boolean isVisible(int character) {
        return character > 0x20 && character < 0x7F;
    }

    private static String fresh() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}

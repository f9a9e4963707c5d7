package io.deskgraph.kit.http;

import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.FilterPriorities;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Refuses paths and queries that hold U+0000, broken percent escapes or bytes that are not UTF-8. */
@Singleton
class TargetText {

    void install(@Observes Router router) {
        router.route().order(FilterPriorities.TARGET_TEXT).handler(TargetText::check);
    }

    private static void check(RoutingContext exchange) {
        if (isClean(exchange.request().uri())) {
            exchange.next();
        } else {
            exchange.fail(Problem.invalid("The request target contains characters that are not allowed"));
        }
    }

    static boolean isClean(String target) {
        ByteBuffer bytes = ByteBuffer.allocate(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            int value = c == '%' ? escaped(target, i) : c;
            if (value <= 0 || value > 0xFF || c > 0x7F) {
                return false;
            }
            bytes.put((byte) value);
            i += c == '%' ? 2 : 0;
        }
        return isUtf8(bytes.flip());
    }

    private static int escaped(String target, int at) {
        if (at + 2 >= target.length()) {
            return -1;
        }
        int high = Character.digit(target.charAt(at + 1), 16);
        int low = Character.digit(target.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}

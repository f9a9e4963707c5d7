package io.deskgraph.gateway.route;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request line, taken apart.
 *
 * @param authority of an absolute-form target; null for the usual form
 * @param path in canonical form: no dot segments, no empty segments, unreserved characters not percent-encoded
 * @param uri path and query, as they are forwarded
 */
public record RequestTarget(@Nullable String authority, String path, String uri) {

    /** Null if the target is malformed or could mean one path here and another one at the service. */
    public static @Nullable RequestTarget parse(String target) {
        if (target.startsWith("/")) {
            return origin(null, target);
        }
        int start = schemeEnd(target);
        if (start < 0) {
            return null;
        }
        int slash = target.indexOf('/', start);
        int end = slash < 0 ? target.length() : slash;
        String authority = target.substring(start, end);
        if (authority.isEmpty() || authority.indexOf('@') >= 0 || authority.indexOf('?') >= 0) {
            return null;
        }
        return origin(authority, slash < 0 ? "/" : target.substring(slash));
    }

    private static @Nullable RequestTarget origin(@Nullable String authority, String target) {
        int question = target.indexOf('?');
        String raw = question < 0 ? target : target.substring(0, question);
        String path = CanonicalPath.of(raw);
        if (path == null || question >= 0 && !isQuery(target, question + 1)) {
            return null;
        }
        // The same object when nothing changed, which is the usual case.
        String uri = path.equals(raw) ? target : path + target.substring(raw.length());
        return new RequestTarget(authority, path, uri);
    }

    private static int schemeEnd(String target) {
        String start = target.substring(0, Math.min(target.length(), 8)).toLowerCase(Locale.ROOT);
        if (start.startsWith("http://")) {
            return 7;
        }
        return start.startsWith("https://") ? 8 : -1;
    }

    private static boolean isQuery(String target, int from) {
        for (int i = from; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '#') {
                return false;
            }
        }
        return true;
    }
}

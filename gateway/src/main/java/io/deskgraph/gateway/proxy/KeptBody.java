package io.deskgraph.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that may be sent twice, as long as it is small: a connection that breaks before the answer then
 * costs the client nothing. Twice may be sent what says so itself, by its method or by a key under which services make
 * the change once; not what names the version it changes, because the second attempt would find the first one's.
 */
final class KeptBody {

    static final int LARGEST = 64 * 1024;

    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

    private final boolean repeatable;
    private boolean begun;
    private boolean whole;
    private @Nullable Buffer bytes;

    private KeptBody(boolean repeatable) {
        this.repeatable = repeatable;
    }

    static KeptBody of(HttpMethod method, MultiMap headers, boolean hasBody) {
        boolean keyed = headers.contains("Idempotency-Key") || headers.contains("X-Idempotency-Key");
        boolean byMethod = IDEMPOTENT.contains(method) && !(hasBody && headers.contains(HttpHeaders.IF_MATCH));
        return new KeptBody(byMethod || keyed && method == HttpMethod.POST);
    }

    /** Whether the request may be sent again, with all of the body that it had. */
    boolean isRepeatable() {
        return repeatable && (!begun || whole);
    }

    /** Whether the client has sent it all, so that it comes from here the next time. */
    boolean isWhole() {
        return whole;
    }

    /** Called before the first byte is on its way. */
    void begin() {
        begun = true;
        bytes = repeatable ? Buffer.buffer(0) : null;
    }

    void add(Buffer chunk) {
        if (bytes == null) {
            return;
        }
        if (bytes.length() + chunk.length() > LARGEST) {
            bytes = null;
            return;
        }
        bytes.appendBuffer(chunk);
    }

    void end() {
        whole = bytes != null;
    }

    void sendAgain(HttpClientRequest request, boolean chunked) {
        if (bytes != null) {
            request.setChunked(chunked);
            request.end(bytes);
        }
    }
}

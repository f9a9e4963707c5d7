package io.deskgraph.gateway.proxy;

import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Whether the head of an HTTP/2 request is all there is of it. The frame of the head says so, and of those who see the
 * head only the connection remembers.
 */
final class StreamEnd {

    private StreamEnd() {}

    static boolean isReached(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase connection)) {
            return false;
        }
        Http2ConnectionHandler handler = connection.channel().pipeline().get(Http2ConnectionHandler.class);
        Http2Stream stream = handler == null
                ? null
                : handler.connection().stream(request.response().streamId());
        return stream != null && !stream.state().remoteSideOpen();
    }
}

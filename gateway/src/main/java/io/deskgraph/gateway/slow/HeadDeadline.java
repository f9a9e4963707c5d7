package io.deskgraph.gateway.slow;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection. Sits in front of everything, where bytes arrive, and puts a watcher where heads are seen to be whole:
 * behind the decoder of HTTP/1.1, or in front of that of HTTP/2. Where neither is to be found it leaves, for then the
 * connection is one of another server of the process, such as the management port's.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final long millis;
    private boolean watching;
    private boolean framed;
    private boolean inRequest;
    private boolean awaitingHead;
    private @Nullable ScheduledFuture<?> deadline;

    HeadDeadline(long millis) {
        this.millis = millis;
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object bytes) {
        if (!watching) {
            watch(connection);
        }
        if (!framed) {
            awaitingHead = !inRequest;
        }
        connection.fireChannelRead(bytes);
    }

    /** Most heads arrive in one piece, so there is a timer only for those that have not. */
    @Override
    public void channelReadComplete(ChannelHandlerContext connection) {
        connection.fireChannelReadComplete();
        if (awaitingHead && deadline == null) {
            deadline = connection.executor().schedule(() -> cutOff(connection), millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        headIsThere();
        connection.fireChannelInactive();
    }

    private void cutOff(ChannelHandlerContext connection) {
        if (awaitingHead) {
            ChannelFuture unused = connection.close();
        }
    }

    private void headIsThere() {
        awaitingHead = false;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Under TLS the decoder comes only with the end of the handshake, which the deadline covers too. */
    private void watch(ChannelHandlerContext connection) {
        watching = true;
        ChannelPipeline pipeline = connection.pipeline();
        ChannelHandlerContext tls = tls(pipeline);
        if (tls != null) {
            pipeline.addAfter(tls.name(), "handshake-watcher", new HandshakeWatcher());
        } else if (!watchHeads(pipeline)) {
            pipeline.remove(this);
        }
    }

    /** Where certificates differ by host, something else stands in the place until the client has named its host. */
    private static @Nullable ChannelHandlerContext tls(ChannelPipeline pipeline) {
        ChannelHandlerContext named = pipeline.context(AbstractSniHandler.class);
        return named == null ? pipeline.context(SslHandler.class) : named;
    }

    private boolean watchHeads(ChannelPipeline pipeline) {
        ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
        if (decoder != null) {
            pipeline.addAfter(decoder.name(), "head-watcher", new Watcher());
        }
        return decoder != null;
    }

    private final class HandshakeWatcher extends ChannelInboundHandlerAdapter {

        /** Whoever listens behind has put the decoder in place when the call returns, and nothing has been read yet. */
        @Override
        public void userEventTriggered(ChannelHandlerContext connection, Object event) {
            connection.fireUserEventTriggered(event);
            if (event instanceof SslHandshakeCompletionEvent) {
                framed = connection.pipeline().context(Http2ConnectionHandler.class) != null;
                if (framed) {
                    connection.pipeline().replace(this, "head-watcher", new FrameWatcher());
                } else {
                    watchHeads(connection.pipeline());
                    connection.pipeline().remove(this);
                }
            }
        }
    }

    private final class FrameWatcher extends ChannelInboundHandlerAdapter {

        private final FrameReader frames = new FrameReader();

        @Override
        public void channelRead(ChannelHandlerContext connection, Object bytes) {
            if (bytes instanceof ByteBuf buffer && frames.read(buffer)) {
                headIsThere();
            }
            awaitingHead = frames.isAwaited();
            connection.fireChannelRead(bytes);
        }
    }

    private final class Watcher extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext connection, Object part) {
            if (part instanceof HttpRequest) {
                inRequest = true;
                headIsThere();
            }
            if (part instanceof LastHttpContent) {
                inRequest = false;
            }
            connection.fireChannelRead(part);
        }
    }
}

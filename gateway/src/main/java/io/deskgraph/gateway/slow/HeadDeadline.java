package io.deskgraph.gateway.slow;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection. Sits in front of the decoder, where bytes arrive, and puts a watcher behind it, where heads come out. */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final long millis;
    private boolean watching;
    private boolean inRequest;
    private boolean awaitingHead;
    private @Nullable ScheduledFuture<?> deadline;

    HeadDeadline(long millis) {
        this.millis = millis;
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object bytes) {
        watch(connection);
        awaitingHead = !inRequest;
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

    /** Under TLS the decoder comes only after the handshake, which the deadline covers too. */
    private void watch(ChannelHandlerContext connection) {
        if (watching) {
            return;
        }
        ChannelHandlerContext decoder = connection.pipeline().context(HttpRequestDecoder.class);
        if (decoder != null) {
            watching = true;
            connection.pipeline().addAfter(decoder.name(), "head-watcher", new Watcher());
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

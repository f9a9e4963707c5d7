package io.deskgraph.kit.data;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;

/**
 * Has a connection send together what is sent without waiting: the client gives each message to the system at once, so a
 * transaction of one flight would wake the server three times, with a packet for its begin, its statement and its commit.
 */
final class Flights {

    /** Messages after which it is time, however busy the event loop is. */
    private static final int MOST = 64;

    private Flights() {}

    /** For a connection that has just been opened; gives it to the pool. */
    static void gather(SqlConnection opened) {
        if (((SqlConnectionInternal) opened).unwrap().unwrap() instanceof SocketConnectionBase connection) {
            ChannelHandlerContext client = connection.socket().channelHandlerContext();
            client.pipeline().addBefore(client.name(), "flights", new FlushConsolidationHandler(MOST, true));
        }
        var unused = opened.close();
    }
}

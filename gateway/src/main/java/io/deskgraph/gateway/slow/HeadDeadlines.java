package io.deskgraph.gateway.slow;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/** Found by the network library; gives each connection that a server accepts its deadline. */
public final class HeadDeadlines extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        long millis = Long.getLong(HeadDeadlineSetup.PROPERTY, 0);
        if (millis > 0) {
            connection.pipeline().addFirst("head-deadline", new HeadDeadline(millis));
        }
    }
}

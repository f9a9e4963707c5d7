package io.deskgraph.assets.transfer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Watches whether a client goes on reading; hangs up on one that does not. */
final class Reading {

    private static final Logger LOG = Logger.getLogger(Reading.class);
    private static final long NONE = -1;

    private final Vertx vertx;
    private final HttpConnection client;
    private final long patience;
    private final Runnable afterwards;
    private long timer = NONE;

    Reading(Vertx vertx, HttpConnection client, Duration patience, Runnable afterwards) {
        this.vertx = vertx;
        this.client = client;
        this.patience = patience.toMillis();
        this.afterwards = afterwards;
    }

    /** A piece is on its way; the next has to be asked for in time. */
    synchronized void sent() {
        stop();
        timer = vertx.setTimer(patience, expired -> hangUp());
    }

    synchronized void stop() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }

    /** At once: an orderly close would first wait for the client to read what is on its way. */
    private void hangUp() {
        LOG.debug("A client stopped reading an export");
        if (client instanceof ConnectionBase connection) {
            var unused = connection.channel().close();
        } else {
            var unused = client.close();
        }
        afterwards.run();
    }
}

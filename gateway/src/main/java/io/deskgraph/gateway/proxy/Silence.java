package io.deskgraph.gateway.proxy;

import io.vertx.core.Vertx;

/** Notices when nothing has moved in either direction for too long. One timer at a time, however much moves. */
final class Silence {

    private static final long NONE = -1;

    private final Vertx vertx;
    private final long limitMillis;
    private final Runnable onTooLong;
    private long timer = NONE;
    private long lastMove;

    Silence(Vertx vertx, long limitMillis, Runnable onTooLong) {
        this.vertx = vertx;
        this.limitMillis = limitMillis;
        this.onTooLong = onTooLong;
    }

    void begin() {
        moved();
        if (timer == NONE) {
            arm(limitMillis);
        }
    }

    void moved() {
        lastMove = System.nanoTime();
    }

    void end() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }

    private void arm(long millis) {
        timer = vertx.setTimer(Math.max(1, millis), this::check);
    }

    private void check(long fired) {
        timer = NONE;
        long silentMillis = (System.nanoTime() - lastMove) / 1_000_000;
        if (silentMillis >= limitMillis) {
            onTooLong.run();
        } else {
            arm(limitMillis - silentMillis);
        }
    }
}

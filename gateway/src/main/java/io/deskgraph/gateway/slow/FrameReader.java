package io.deskgraph.gateway.slow;

import io.netty.buffer.ByteBuf;

/**
 * Follows a client's HTTP/2 frames as far as to tell whether a head is under way, or anything else of which the server
 * sees nothing before it is whole. The payload of data frames is not: a body has a deadline of its own.
 */
final class FrameReader {

    private static final int PREFACE = 24;
    private static final int HEADER = 9;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int END_OF_HEADERS = 4;

    private final byte[] header = new byte[HEADER];
    private int have;
    private int skip = PREFACE;
    private boolean data;
    private boolean headOpen;

    /** True if something that was awaited has become whole. */
    boolean read(ByteBuf bytes) {
        boolean completed = false;
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (skip > 0) {
                int step = Math.min(skip, bytes.writerIndex() - at);
                at += step;
                skip -= step;
            } else {
                header[have++] = bytes.getByte(at++);
                begin();
            }
            completed |= !isAwaited();
        }
        return completed;
    }

    boolean isAwaited() {
        return headOpen || have > 0 || skip > 0 && !data;
    }

    private void begin() {
        if (have < HEADER) {
            return;
        }
        have = 0;
        skip = (header[0] & 0xFF) << 16 | (header[1] & 0xFF) << 8 | header[2] & 0xFF;
        int type = header[3];
        data = type == DATA;
        if (type == HEADERS || type == CONTINUATION) {
            headOpen = (header[4] & END_OF_HEADERS) == 0;
        }
    }
}

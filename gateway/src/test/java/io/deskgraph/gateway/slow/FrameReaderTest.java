package io.deskgraph.gateway.slow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int CONTINUATION = 9;
    private static final int END_OF_HEADERS = 4;

    private final FrameReader frames = new FrameReader();

    @BeforeEach
    void preface() {
        assertTrue(frames.isAwaited(), "the connection's own beginning");
        read(new byte[23]);
        assertTrue(frames.isAwaited());
        assertTrue(read(new byte[1]));
        assertFalse(frames.isAwaited());
    }

    @Test
    void aFrameIsAwaitedUntilItsLastByte() {
        byte[] frame = frame(HEADERS, END_OF_HEADERS, 300);
        for (int i = 0; i < frame.length - 1; i++) {
            assertFalse(read(new byte[] {frame[i]}));
            assertTrue(frames.isAwaited(), "byte " + i);
        }
        assertTrue(read(new byte[1]));
        assertFalse(frames.isAwaited());
    }

    @Test
    void aHeadIsAwaitedUntilTheFrameThatEndsIt() {
        assertFalse(read(frame(HEADERS, 0, 5)));
        assertTrue(frames.isAwaited());
        assertFalse(read(frame(CONTINUATION, 0, 0)));
        assertTrue(frames.isAwaited());
        assertTrue(read(frame(CONTINUATION, END_OF_HEADERS, 5)));
        assertFalse(frames.isAwaited());
    }

    @Test
    void theRestOfABodyIsNot() {
        byte[] frame = frame(DATA, 0, 70_000);
        read(Arrays.copyOf(frame, 9));
        assertFalse(frames.isAwaited());
        read(new byte[69_999]);
        read(new byte[1]);
        assertFalse(frames.isAwaited());
        assertFalse(read(new byte[] {0}));
        assertTrue(frames.isAwaited(), "the next frame has begun");
    }

    @Test
    void whatWasWholeInBetweenIsTold() {
        byte[] settings = frame(SETTINGS, 0, 6);
        byte[] both = Arrays.copyOf(settings, settings.length + 3);
        assertTrue(read(both), "the settings are whole");
        assertTrue(frames.isAwaited(), "and something else has begun");
    }

    private boolean read(byte[] bytes) {
        return frames.read(Unpooled.wrappedBuffer(bytes));
    }

    private static byte[] frame(int type, int flags, int length) {
        byte[] frame = new byte[9 + length];
        frame[0] = (byte) (length >> 16);
        frame[1] = (byte) (length >> 8);
        frame[2] = (byte) length;
        frame[3] = (byte) type;
        frame[4] = (byte) flags;
        return frame;
    }
}

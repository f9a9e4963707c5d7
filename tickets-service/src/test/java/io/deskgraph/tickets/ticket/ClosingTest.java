package io.deskgraph.tickets.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final UUID SOMEONE = new UUID(0, 1);

    private final Closing closed = new Closing(true, Instant.EPOCH, new UUID(0, 2));

    @Test
    void anOpenTicketIsClosedNowByTheCaller() {
        assertEquals(new Closing(true, NOW, SOMEONE), Closing.OPEN.under(true, SOMEONE, NOW));
    }

    @Test
    void aClosedTicketKeepsWhoClosedItFirst() {
        assertSame(closed, closed.under(true, SOMEONE, NOW));
    }

    @Test
    void aReopenedTicketForgets() {
        assertEquals(Closing.OPEN, closed.under(false, SOMEONE, NOW));
        assertSame(Closing.OPEN, Closing.OPEN.under(false, SOMEONE, NOW));
    }
}

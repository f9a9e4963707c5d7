package io.deskgraph.tickets;

import io.deskgraph.kit.test.Database;
import java.util.UUID;

/** 100,000 tickets of one tenant beside 100,000 of another, made once for all tests, as that takes its time. */
public final class ManyTickets {

    private static final int TICKETS = 100_000;

    /** Each twentieth burns, each thousandth is assigned, a hundred are overdue. */
    private static final String GENERATE = """
            INSERT INTO tickets (tenant_id, id, number, ticket_number, title, client_id, board_id, status_id, priority_id,
                assigned_to, entered_by, entered_at, updated_at, is_closed, due_date, ticket_origin, version)
            SELECT ?, gen_random_uuid(), n, 'TIC' || n, CASE WHEN n % 20 = 0 THEN 'Printer on fire ' ELSE 'Ticket ' END || n,
                ?, ?, ?, ?, CASE WHEN n % 1000 = 0 THEN ?::uuid END, gen_random_uuid(), now() - n * interval '3 minutes',
                now(), false, now() + (n - 100) * interval '1 hour', 'api', 1
            FROM generate_series(1, ?) AS n""";

    private static Desk one;

    private ManyTickets() {}

    /** One of the two tenants; nobody changes its tickets. */
    public static synchronized Desk desk() {
        if (one == null) {
            one = filled();
            filled();
            Database.execute("VACUUM ANALYZE tickets");
        }
        return one;
    }

    private static Desk filled() {
        Desk desk = new Desk();
        Database.execute(
                GENERATE,
                desk.tenant,
                UUID.fromString(desk.client),
                UUID.fromString(desk.board),
                UUID.fromString(desk.open),
                UUID.fromString(desk.priority),
                desk.user,
                TICKETS);
        return desk;
    }
}

package io.deskgraph.tickets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.test.Database;
import java.util.List;
import java.util.UUID;

/** What is true of a tenant's bundles at any time, read from the tables and not through the service. */
final class Invariants {

    private Invariants() {}

    static void hold(UUID tenant) {
        none(
                "a child of a child",
                "SELECT c.id FROM tickets c JOIN tickets m ON m.tenant_id = c.tenant_id AND m.id = c.master_ticket_id"
                        + " WHERE c.tenant_id = ? AND m.master_ticket_id IS NOT NULL",
                tenant);
        none(
                "a child whose master has no bundle",
                "SELECT c.id FROM tickets c WHERE c.tenant_id = ? AND c.master_ticket_id IS NOT NULL AND NOT EXISTS"
                        + " (SELECT FROM ticket_bundle_settings b WHERE b.tenant_id = c.tenant_id"
                        + " AND b.master_ticket_id = c.master_ticket_id)",
                tenant);
        none(
                "a bundle without children",
                "SELECT b.master_ticket_id FROM ticket_bundle_settings b WHERE b.tenant_id = ? AND NOT EXISTS"
                        + " (SELECT FROM tickets c WHERE c.tenant_id = b.tenant_id"
                        + " AND c.master_ticket_id = b.master_ticket_id)",
                tenant);
        none(
                "a ticket that is not as closed as its status",
                "SELECT t.id FROM tickets t JOIN statuses s ON s.tenant_id = t.tenant_id AND s.id = t.status_id"
                        + " WHERE t.tenant_id = ? AND (t.is_closed <> s.is_closed OR t.board_id <> s.board_id)",
                tenant);
    }

    private static void none(String what, String sql, UUID tenant) {
        assertEquals(List.of(), Database.texts(sql, tenant), what);
    }
}

package io.deskgraph.tickets.bundle;

import io.deskgraph.tickets.ticket.BundleRole;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bundle as one of its tickets sees it.
 *
 * @param master the ticket itself where it stands alone
 * @param children by number, the ticket itself among them where it is one
 * @param settings null where the ticket stands alone
 */
public record BundleView(
        BundleRole role,
        UUID masterTicketId,
        Member master,
        List<Member> children,
        @Nullable Settings settings) {

    /** One ticket of it. */
    public record Member(UUID ticketId, String ticketNumber, String title, UUID statusId, UUID clientId) {

        static Member of(Row row) {
            return new Member(
                    row.getUUID("id"),
                    row.getString("ticket_number"),
                    row.getString("title"),
                    row.getUUID("status_id"),
                    row.getUUID("client_id"));
        }
    }

    /** How it behaves. */
    public record Settings(String mode, boolean reopenOnChildReply) {}
}

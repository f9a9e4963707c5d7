package io.deskgraph.tickets.bundle;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Rendered;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.tickets.ticket.BundleRole;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the bundle of any of its tickets, in one statement. */
@ApplicationScoped
class BundleReader {

    private static final String READ = """
            WITH asked AS (
                SELECT t.id, coalesce(t.master_ticket_id, t.id) AS master, t.master_ticket_id IS NOT NULL AS is_child
                FROM tickets t WHERE t.tenant_id = $1 AND t.id = $2),
            members AS (
                SELECT t.id, t.number, t.ticket_number, t.title, t.status_id, t.client_id, true AS is_master
                FROM tickets t JOIN asked a ON t.tenant_id = $1 AND t.id = a.master
                UNION ALL
                SELECT t.id, t.number, t.ticket_number, t.title, t.status_id, t.client_id, false
                FROM tickets t JOIN asked a ON t.tenant_id = $1 AND t.master_ticket_id = a.master)
            SELECT m.id, m.ticket_number, m.title, m.status_id, m.client_id, a.is_child,
                b.mode, b.reopen_on_child_reply, b.version
            FROM members m CROSS JOIN asked a
                LEFT JOIN ticket_bundle_settings b ON b.tenant_id = $1 AND b.master_ticket_id = a.master
            ORDER BY m.is_master DESC, m.number""";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final ETags tags;

    BundleReader(Transactions transactions, CurrentRequest request, ETags tags) {
        this.transactions = transactions;
        this.request = request;
        this.tags = tags;
    }

    /** Version 0 where the ticket stands alone. */
    Uni<Rendered> read(UUID ticket) {
        return transactions.read(READ, request.tenantId(), ticket).map(this::render);
    }

    private Rendered render(RowSet<Row> found) {
        List<Row> rows = StreamSupport.stream(found.spliterator(), false).toList();
        if (rows.isEmpty()) {
            throw Problem.notFound("Ticket not found");
        }
        Integer version = rows.get(0).getInteger("version");
        return tags.render(version == null ? 0 : version, view(rows));
    }

    private static BundleView view(List<Row> rows) {
        Row first = rows.get(0);
        List<BundleView.Member> members =
                rows.stream().map(BundleView.Member::of).toList();
        return new BundleView(
                BundleRole.of(first.getBoolean("is_child"), members.size() > 1),
                first.getUUID("id"),
                members.get(0),
                members.subList(1, members.size()),
                settings(first));
    }

    private static BundleView.@Nullable Settings settings(Row row) {
        String mode = row.getString("mode");
        return mode == null ? null : new BundleView.Settings(mode, row.getBoolean("reopen_on_child_reply"));
    }
}

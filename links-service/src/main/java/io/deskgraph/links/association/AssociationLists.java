package io.deskgraph.links.association;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.deskgraph.links.access.AssetAccess;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.copy.End;
import io.deskgraph.links.copy.UnknownEnd;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads what is linked, from either side. A known end without links gives one row without a link, an unknown none. */
@ApplicationScoped
class AssociationLists {

    static final String TICKETS_OF_ASSET = """
            SELECT l.link_id, l.relationship_type, l.notes AS association_notes, l.created_at AS linked_at,
                   t.ticket_id, t.ticket_number, t.title, t.status_id, s.name AS status_name, t.is_closed,
                   t.priority_id, t.assigned_to, t.client_id, t.board_id, t.entered_at, t.updated_at,
                   coalesce(b.role, 'standalone') AS bundle_role, b.master_ticket_id,
            %s
            FROM asset_copies a
            LEFT JOIN ticket_asset_links l ON l.tenant_id = $1 AND l.asset_id = a.asset_id
            LEFT JOIN ticket_copies t ON t.tenant_id = $1 AND t.ticket_id = l.ticket_id
            LEFT JOIN reference_copies s ON s.tenant_id = $1 AND s.kind = 'status' AND s.id = t.status_id
            LEFT JOIN LATERAL (SELECT role, master_ticket_id FROM bundle_members
                               WHERE tenant_id = $1 AND ticket_id = t.ticket_id
                               ORDER BY bundle_id DESC LIMIT 1) b ON true
            WHERE a.tenant_id = $1 AND a.asset_id = $2
            ORDER BY t.updated_at DESC, l.link_id DESC""".formatted(AssetCard.columns("a", "root_"));

    static final String ASSETS_OF_TICKET = """
            SELECT l.link_id, l.relationship_type, l.notes AS association_notes, l.created_at AS linked_at,
                   a.tenant_id, a.asset_id, a.number, a.database_id, a.asset_tag, a.name, a.asset_type, a.status,
                   a.client_id, c.name AS client_name, a.location_id, a.category_id, a.serial_number, a.manufacturer,
                   a.model, a.purchase_date, a.purchase_cost, a.warranty_end_date, a.notes,
                   a.extension_data::text AS extension_data, a.tags, a.assigned_to, a.expected_checkin, a.created_by,
                   a.updated_by, a.created_at, a.updated_at
            FROM ticket_copies t
            LEFT JOIN ticket_asset_links l ON l.tenant_id = $1 AND l.ticket_id = t.ticket_id
            LEFT JOIN asset_copies a ON a.tenant_id = $1 AND a.asset_id = l.asset_id
            LEFT JOIN reference_copies c ON c.tenant_id = $1 AND c.kind = 'client' AND c.id = a.client_id
            WHERE t.tenant_id = $1 AND t.ticket_id = $2
            ORDER BY l.created_at DESC, l.link_id DESC""";

    private static final String TICKET = "SELECT FROM ticket_copies WHERE tenant_id = $1 AND ticket_id = $2";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final AssetAccess access;

    AssociationLists(Transactions transactions, CurrentRequest request, AssetAccess access) {
        this.transactions = transactions;
        this.request = request;
        this.access = access;
    }

    /** The ticket changed last comes first. */
    Uni<List<LinkedTicket>> ticketsOf(UUID assetId) {
        AssetRights rights = access.ofCaller();
        return read(TICKETS_OF_ASSET, assetId)
                .map(rows -> required(rows, noAsset(assetId)))
                .invoke(rows -> requireSeen(rights, rows))
                .map(rows -> linked(rows, row -> true, LinkedTicket::of));
    }

    /** The asset linked last comes first; without those that the caller may not see. */
    Uni<List<LinkedAsset>> assetsOf(UUID ticketId) {
        AssetRights rights = access.ofCaller();
        return read(ASSETS_OF_TICKET, ticketId)
                .map(rows -> required(rows, noTicket(ticketId)))
                .map(rows -> linked(rows, row -> rights.allows(Verb.GET, AssetCard.of(row, "")), LinkedAsset::of));
    }

    Uni<Void> requireTicket(UUID ticketId) {
        return read(TICKET, ticketId)
                .map(rows -> required(rows, noTicket(ticketId)))
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> read(String sql, UUID id) {
        return Uni.createFrom().deferred(() -> transactions.read(sql, request.tenantId(), id));
    }

    private static <T> List<T> linked(RowSet<Row> rows, Predicate<Row> seen, Function<Row, T> view) {
        return rows.stream()
                .filter(row -> row.getUUID("link_id") != null)
                .filter(seen)
                .map(view)
                .toList();
    }

    private static RowSet<Row> required(RowSet<Row> rows, UnknownEnd absent) {
        if (rows.rowCount() == 0) {
            throw absent;
        }
        return rows;
    }

    private static void requireSeen(AssetRights rights, RowSet<Row> rows) {
        if (!rights.allows(Verb.GET, AssetCard.of(rows.iterator().next(), "root_"))) {
            throw Problem.notFound(Side.ASSET.noAsset());
        }
    }

    private static UnknownEnd noAsset(UUID id) {
        return new UnknownEnd(End.asset(id), Side.ASSET.noAsset());
    }

    private static UnknownEnd noTicket(UUID id) {
        return new UnknownEnd(End.ticket(id), Side.TICKET.noTicket());
    }
}

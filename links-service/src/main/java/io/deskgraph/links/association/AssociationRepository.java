package io.deskgraph.links.association;

import io.deskgraph.contracts.link.TicketAssetLinkState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.links.access.AssetCard;
import io.deskgraph.links.copy.End;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes links; the constraints of the table decide who was first. */
@ApplicationScoped
class AssociationRepository {

    private static final String INSERT = """
            WITH ends AS MATERIALIZED (
                SELECT EXISTS (SELECT FROM asset_copies WHERE tenant_id = $1 AND asset_id = $3) AS asset_known,
                       EXISTS (SELECT FROM ticket_copies WHERE tenant_id = $1 AND ticket_id = $4) AS ticket_known),
            linked AS (
                INSERT INTO ticket_asset_links (tenant_id, link_id, asset_id, ticket_id, relationship_type, notes,
                                                created_by, created_at, version)
                SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 FROM ends WHERE asset_known AND ticket_known
                ON CONFLICT ON CONSTRAINT ticket_asset_links_pair_uk DO NOTHING
                RETURNING link_id)
            SELECT asset_known, ticket_known, EXISTS (SELECT FROM linked) AS linked,
            %s
            FROM ends LEFT JOIN asset_copies a ON a.tenant_id = $1 AND a.asset_id = $3""".formatted(AssetCard.columns("a", "asset_"));

    private static final String DELETE = """
            DELETE FROM ticket_asset_links l USING asset_copies a
            WHERE l.tenant_id = $1 AND l.asset_id = $2 AND l.ticket_id = $3 AND a.tenant_id = $1 AND a.asset_id = $2
            RETURNING l.link_id, l.asset_id, l.ticket_id, l.version,
            %s""".formatted(AssetCard.columns("a", "asset_"));

    private static final String DELETE_OF_ASSET = """
            DELETE FROM ticket_asset_links WHERE tenant_id = $1 AND asset_id = $2
            RETURNING link_id, asset_id, ticket_id, version""";

    private static final String DELETE_OF_TICKET = """
            DELETE FROM ticket_asset_links WHERE tenant_id = $1 AND ticket_id = $2
            RETURNING link_id, asset_id, ticket_id, version""";

    Uni<Outcome> insert(Tx tx, TicketAssetLinkState link) {
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        link.linkId(),
                        link.assetId(),
                        link.ticketId(),
                        link.relationshipType(),
                        link.notes(),
                        link.createdBy(),
                        link.createdAt().atOffset(ZoneOffset.UTC),
                        (int) link.version())
                .map(found -> Outcome.of(found.iterator().next()));
    }

    /** Null when there was none. */
    Uni<@Nullable RemovedByHand> delete(Tx tx, UUID assetId, UUID ticketId) {
        return tx.sql(DELETE, tx.tenant(), assetId, ticketId)
                .map(rows -> rows.rowCount() == 0
                        ? null
                        : RemovedByHand.of(rows.iterator().next()));
    }

    Uni<List<Removed>> deleteOf(Tx tx, End end) {
        String delete = end.kind() == End.Kind.ASSET ? DELETE_OF_ASSET : DELETE_OF_TICKET;
        return tx.sql(delete, tx.tenant(), end.id()).map(AssociationRepository::removed);
    }

    private static List<Removed> removed(RowSet<Row> rows) {
        return rows.stream().map(Removed::of).toList();
    }

    /**
     * Which ends are known, and whether the link was made: not when an end is unknown or the pair is linked already.
     *
     * @param asset null when it is not known
     */
    record Outcome(@Nullable AssetCard asset, boolean ticketKnown, boolean linked) {
        static Outcome of(Row row) {
            AssetCard asset = row.getBoolean("asset_known") ? AssetCard.of(row, "asset_") : null;
            return new Outcome(asset, row.getBoolean("ticket_known"), row.getBoolean("linked"));
        }
    }

    record RemovedByHand(Removed link, AssetCard asset) {
        static RemovedByHand of(Row row) {
            return new RemovedByHand(Removed.of(row), AssetCard.of(row, "asset_"));
        }
    }

    /** @param version of the row that was there */
    record Removed(UUID linkId, UUID assetId, UUID ticketId, long version) {
        static Removed of(Row row) {
            return new Removed(
                    row.getUUID("link_id"),
                    row.getUUID("asset_id"),
                    row.getUUID("ticket_id"),
                    row.getInteger("version"));
        }
    }
}

package io.deskgraph.tickets.bundle;

import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Statements on bundles. What is read here stays true while the master's row is locked. */
@ApplicationScoped
class BundleRepository {

    private static final String FIND = """
            SELECT b.bundle_id, b.master_ticket_id, b.mode, b.reopen_on_child_reply, b.version,
                ARRAY (SELECT t.id FROM tickets t WHERE t.tenant_id = $1 AND t.master_ticket_id = $2
                    ORDER BY t.id) AS children
            FROM ticket_bundle_settings b WHERE b.tenant_id = $1 AND b.master_ticket_id = $2""";

    private static final String PARTS = """
            SELECT t.id, t.ticket_number, t.master_ticket_id, t.is_closed,
                EXISTS (SELECT FROM ticket_bundle_settings b
                    WHERE b.tenant_id = $1 AND b.master_ticket_id = t.id) AS leads
            FROM tickets t WHERE t.tenant_id = $1 AND t.id = ANY ($2)""";

    private static final String MASTER_OF =
            "SELECT t.master_ticket_id FROM tickets t WHERE t.tenant_id = $1 AND t.id = $2";

    private static final String REOPENABLE_MASTER_OF = """
            SELECT t.master_ticket_id
            FROM tickets t JOIN ticket_bundle_settings b ON b.tenant_id = $1 AND b.master_ticket_id = t.master_ticket_id
            WHERE t.tenant_id = $1 AND t.id = $2 AND b.reopen_on_child_reply""";

    private static final String MIRROR = """
            INSERT INTO ticket_bundle_mirrors (tenant_id, source_comment_id, child_ticket_id, child_comment_id, created_at)
            VALUES ($1, $2, $3, $4, $5)""";

    private static final String MODE_OF =
            "SELECT b.mode FROM ticket_bundle_settings b WHERE b.tenant_id = $1 AND b.master_ticket_id = $2";

    private static final String INSERT = """
            INSERT INTO ticket_bundle_settings (tenant_id, bundle_id, master_ticket_id, mode, reopen_on_child_reply,
                version, created_by, created_at, updated_by, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8)""";

    private static final String UPDATE = """
            UPDATE ticket_bundle_settings SET master_ticket_id = $3, mode = $4, reopen_on_child_reply = $5, version = $6,
                updated_by = $7, updated_at = $8
            WHERE tenant_id = $1 AND bundle_id = $2""";

    private static final String DELETE = "DELETE FROM ticket_bundle_settings WHERE tenant_id = $1 AND bundle_id = $2";

    private static final String LEAVE_TO_OTHERS = """
            DELETE FROM ticket_agents WHERE tenant_id = $1 AND ticket_id = ANY ($2)
                AND ($3::uuid IS NULL OR additional_user_id = $3)""";

    /** The bundle of this master. */
    Uni<Optional<BundleState>> find(Tx tx, UUID master) {
        return tx.sql(FIND, tx.tenant(), master)
                .map(rows -> stream(rows).findFirst().map(row -> state(tx.tenant(), row)));
    }

    /** Those of the tickets that there are. */
    Uni<Map<UUID, Part>> parts(Tx tx, Collection<UUID> tickets) {
        return tx.sql(PARTS, tx.tenant(), tickets.toArray(UUID[]::new))
                .map(rows -> stream(rows).map(Part::of).collect(Collectors.toMap(Part::id, Function.identity())));
    }

    Uni<Optional<UUID>> masterOf(Tx tx, UUID ticket) {
        return tx.sql(MASTER_OF, tx.tenant(), ticket)
                .map(rows -> stream(rows).findFirst().map(row -> row.getUUID("master_ticket_id")));
    }

    /** The master, where a reply on this child of it opens it again. */
    Uni<Optional<UUID>> reopenableMasterOf(Tx tx, UUID ticket) {
        return tx.sql(REOPENABLE_MASTER_OF, tx.tenant(), ticket)
                .map(rows -> stream(rows).findFirst().map(row -> row.getUUID("master_ticket_id")));
    }

    /** A child has one copy of each of its master's comments. */
    Uni<Void> remember(Tx tx, UUID source, CommentState copy) {
        return tx.sql(MIRROR, tx.tenant(), source, copy.ticketId(), copy.commentId(), Times.at(copy.createdAt()))
                .replaceWithVoid();
    }

    /** Whether a change of this ticket is handed down. */
    Uni<Boolean> isFollowed(Tx tx, UUID master) {
        return tx.sql(MODE_OF, tx.tenant(), master)
                .map(rows -> stream(rows).anyMatch(row -> Mode.SYNC_UPDATES.equals(row.getString("mode"))));
    }

    Uni<Void> insert(Tx tx, BundleState bundle, @Nullable UUID by, Instant at) {
        return write(INSERT, tx, bundle, by, at);
    }

    Uni<Void> update(Tx tx, BundleState bundle, @Nullable UUID by, Instant at) {
        return write(UPDATE, tx, bundle, by, at);
    }

    Uni<Void> delete(Tx tx, UUID bundle) {
        return tx.sql(DELETE, tx.tenant(), bundle).replaceWithVoid();
    }

    /** Who becomes a ticket's primary agent is no additional one any more; without a primary one there are none. */
    Uni<Void> clearAgents(Tx tx, Collection<UUID> tickets, @Nullable UUID assigned) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.sql(LEAVE_TO_OTHERS, tx.tenant(), tickets.toArray(UUID[]::new), assigned)
                        .replaceWithVoid();
    }

    private static Uni<Void> write(String sql, Tx tx, BundleState bundle, @Nullable UUID by, Instant at) {
        return tx.sql(
                        sql,
                        tx.tenant(),
                        bundle.bundleId(),
                        bundle.masterTicketId(),
                        bundle.mode(),
                        bundle.reopenOnChildReply(),
                        (int) bundle.version(),
                        by,
                        Times.at(at))
                .replaceWithVoid();
    }

    private static BundleState state(UUID tenant, Row row) {
        List<UUID> children = Arrays.asList(row.getArrayOfUUIDs("children"));
        return new BundleState(
                tenant,
                row.getUUID("bundle_id"),
                row.getUUID("master_ticket_id"),
                children,
                row.getString("mode"),
                row.getBoolean("reopen_on_child_reply"),
                row.getInteger("version"));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}

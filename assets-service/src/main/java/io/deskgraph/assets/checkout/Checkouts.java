package io.deskgraph.assets.checkout;

import io.deskgraph.contracts.asset.CheckoutState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The checkout table. */
@Singleton
public class Checkouts {

    private static final String HOLDER =
            "SELECT id, number, name, is_active FROM employees WHERE tenant_id = $1 AND number = $2 FOR KEY SHARE";

    private static final String OPEN = """
            INSERT INTO checkouts (tenant_id, id, asset_id, employee_id, employee_name, expected_checkin, checked_out_at,
                                   checked_out_by, checked_out_by_name, checkout_note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    /** A clock may have gone back: a return is never before its checkout. */
    private static final String CLOSE = """
            UPDATE checkouts
            SET checked_in_at = greatest(checked_out_at, $3), checked_in_by = $4, checked_in_by_name = $5, checkin_note = $6
            WHERE tenant_id = $1 AND asset_id = ANY ($2) AND checked_in_at IS NULL
            RETURNING id, asset_id, employee_id, employee_name""";

    private static final String HISTORY = """
            SELECT step.action, c.employee_name, step.performed_by, step.note, step.at
            FROM checkouts c
            CROSS JOIN LATERAL (VALUES ('checkout', c.checked_out_by_name, c.checkout_note, c.checked_out_at),
                                       ('checkin', c.checked_in_by_name, c.checkin_note, c.checked_in_at))
                AS step (action, performed_by, note, at)
            WHERE c.tenant_id = $1 AND c.asset_id = $2 AND step.at IS NOT NULL
            ORDER BY c.checked_out_at, c.id, step.at, step.action DESC""";

    private final Transactions transactions;
    private final CurrentRequest request;

    Checkouts(Transactions transactions, CurrentRequest request) {
        this.transactions = transactions;
        this.request = request;
    }

    /** Keeps the employee there until the transaction ends. */
    public Uni<@Nullable Holder> holder(Tx tx, long number) {
        return tx.sql(HOLDER, tx.tenant(), number)
                .map(found ->
                        found.rowCount() == 0 ? null : holder(found.iterator().next()));
    }

    public Uni<CheckoutState> open(
            Tx tx, UUID asset, Holder holder, @Nullable LocalDate expected, String note, Instant now) {
        CheckoutState checkout = new CheckoutState(Ids.next(), holder.id(), holder.name(), name(), note);
        return tx.sql(
                        OPEN,
                        tx.tenant(),
                        checkout.checkoutId(),
                        asset,
                        holder.id(),
                        holder.name(),
                        expected,
                        now.atOffset(ZoneOffset.UTC),
                        request.caller().userId(),
                        name(),
                        note)
                .replaceWith(checkout);
    }

    /** Ends the open checkouts of these assets; by asset. */
    public Uni<Map<UUID, CheckoutState>> close(Tx tx, List<UUID> assets, String note, Instant now) {
        return tx.sql(
                        CLOSE,
                        tx.tenant(),
                        assets.toArray(UUID[]::new),
                        now.atOffset(ZoneOffset.UTC),
                        request.caller().userId(),
                        name(),
                        note)
                .map(closed -> stream(closed)
                        .collect(Collectors.toMap(row -> row.getUUID("asset_id"), row -> checkout(row, note))));
    }

    /** Oldest first. */
    public Uni<List<HistoryEntry>> history(UUID asset) {
        return transactions
                .read(HISTORY, request.tenantId(), asset)
                .map(found -> stream(found).map(Checkouts::entry).toList());
    }

    private String name() {
        return request.caller().name();
    }

    private CheckoutState checkout(Row row, String note) {
        return new CheckoutState(
                row.getUUID("id"), row.getUUID("employee_id"), row.getString("employee_name"), name(), note);
    }

    private static Holder holder(Row row) {
        return new Holder(row.getUUID("id"), row.getLong("number"), row.getString("name"), row.getBoolean("is_active"));
    }

    private static HistoryEntry entry(Row row) {
        return new HistoryEntry(
                row.getString("action"),
                row.getString("employee_name"),
                row.getString("performed_by"),
                row.getString("note"),
                row.getOffsetDateTime("at").toInstant());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}

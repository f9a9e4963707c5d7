package io.deskgraph.assets.qr;

import io.deskgraph.assets.asset.AssetGuard;
import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.policy.AssetColumns;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Finds out where the codes of assets lead. */
@Singleton
public class ScanAddresses {

    private static final AssetColumns COLUMNS = AssetColumns.of("a", "id");

    private static final String SELECT = """
            SELECT a.id, a.number, a.asset_tag, a.name, t.qr_base_url
            FROM assets a LEFT JOIN tenant_copies t ON t.tenant_id = a.tenant_id
            WHERE a.tenant_id = $1 AND\s""";

    private final Transactions transactions;
    private final CurrentRequest request;
    private final AssetGuard guard;

    ScanAddresses(Transactions transactions, CurrentRequest request, AssetGuard guard) {
        this.transactions = transactions;
        this.request = request;
        this.guard = guard;
    }

    /** Whoever asks: the code can be read off the thing. */
    Uni<List<ScanAddress>> find(AssetKey key) {
        return transactions
                .read(SELECT + "a." + key.column() + " = $2", request.tenantId(), key.value())
                .map(ScanAddresses::addresses);
    }

    /** Those that exist and that the caller may read, in no order. */
    public Uni<List<ScanAddress>> find(List<UUID> ids, List<Long> numbers) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(request.tenantId());
        arguments.add(ids.toArray(UUID[]::new));
        arguments.add(numbers.toArray(Long[]::new));
        String visible = guard.condition(COLUMNS, argument -> {
            arguments.add(argument);
            return "$" + arguments.size();
        });
        return transactions
                .read(SELECT + "(a.id = ANY ($2) OR a.number = ANY ($3)) AND " + visible, arguments.toArray())
                .map(ScanAddresses::addresses);
    }

    private static List<ScanAddress> addresses(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false)
                .map(row -> new ScanAddress(
                        row.getUUID("id"),
                        row.getLong("number"),
                        row.getString("asset_tag"),
                        row.getString("name"),
                        row.getString("qr_base_url")))
                .toList();
    }
}

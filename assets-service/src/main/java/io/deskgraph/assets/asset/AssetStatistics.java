package io.deskgraph.assets.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.deskgraph.kit.data.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Counts assets by what they are and where. */
@Singleton
public class AssetStatistics {

    /** One pass over the assets for all the sums: the grouping says what a row stands for. */
    private static final String COUNT = """
            SELECT grouping(a.status, c.name, l.name) AS sums, a.status, c.name AS category, l.name AS location,
                   count(*) AS assets,
                   count(*) FILTER (WHERE a.status = 'deployed' AND a.expected_checkin < @::date) AS overdue,
                   count(*) FILTER (WHERE a.warranty_end_date >= @::date
                                          AND a.warranty_end_date < @::date + 30) AS warranty_30,
                   count(*) FILTER (WHERE a.warranty_end_date >= @::date
                                          AND a.warranty_end_date < @::date + 90) AS warranty_90
            """;

    private static final String SUMS = " GROUP BY GROUPING SETS ((), (a.status), (c.name), (l.name))";
    private static final int BY_STATUS = 0b011;
    private static final int BY_CATEGORY = 0b101;
    private static final int BY_LOCATION = 0b110;

    private final Transactions transactions;
    private final AssetGuard guard;

    AssetStatistics(Transactions transactions, AssetGuard guard) {
        this.transactions = transactions;
        this.guard = guard;
    }

    /** Assets without a category or location are in the total alone; a warranty's last day still counts. */
    @Schema(name = "AssetStats")
    public record Sums(
            long total,
            Map<String, Long> byStatus,
            Map<String, Long> byCategory,
            Map<String, Long> byLocation,
            long overdue,
            @JsonProperty("warranty_30_days") long warrantyEndingSoon,
            @JsonProperty("warranty_90_days") long warrantyEndingLater) {}

    public Uni<Sums> of(AssetCriteria criteria, LocalDate today) {
        guard.restrict(criteria);
        String day = criteria.argument(today);
        String sql = COUNT.replace("@", day) + criteria.source().from() + "WHERE " + criteria.conditions() + SUMS;
        return transactions.read(sql, criteria.arguments()).map(AssetStatistics::sums);
    }

    private static Sums sums(Iterable<Row> found) {
        Map<String, Long> statuses = new TreeMap<>();
        AssetStatus.NAMES.forEach(status -> statuses.put(status, 0L));
        Map<String, Long> categories = new TreeMap<>();
        Map<String, Long> locations = new TreeMap<>();
        @Nullable Row all = null;
        for (Row row : found) {
            switch (row.getInteger("sums")) {
                case BY_STATUS -> add(statuses, row, "status");
                case BY_CATEGORY -> add(categories, row, "category");
                case BY_LOCATION -> add(locations, row, "location");
                default -> all = row;
            }
        }
        return sums(Objects.requireNonNull(all), statuses, categories, locations);
    }

    private static void add(Map<String, Long> sums, Row row, String column) {
        String name = row.getString(column);
        if (name != null) {
            sums.put(name, row.getLong("assets"));
        }
    }

    private static Sums sums(
            Row all, Map<String, Long> statuses, Map<String, Long> categories, Map<String, Long> locations) {
        return new Sums(
                all.getLong("assets"),
                statuses,
                categories,
                locations,
                all.getLong("overdue"),
                all.getLong("warranty_30"),
                all.getLong("warranty_90"));
    }
}

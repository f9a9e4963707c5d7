package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.tickets.listing.Narrowed;
import io.deskgraph.tickets.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Sums tickets up. Kinds are taken from the kept counts where the filters allow it, and counted where they do not. */
@ApplicationScoped
class StatsReader {

    /** One row per kind; those of the moment, which depend on the time, stand in each. */
    private static final String STATEMENT = """
            WITH kinds AS (%s),
            late AS (SELECT count(*) AS overdue FROM %s WHERE %s AND NOT t.is_closed AND t.due_date < now()),
            fresh AS (SELECT count(*) FILTER (WHERE t.entered_at >= %4$s) AS today,
                    count(*) FILTER (WHERE t.entered_at >= %4$s - interval '7 days') AS week, count(*) AS month
                FROM %2$s WHERE %3$s AND t.entered_at >= %4$s - interval '30 days')
            SELECT late.overdue, fresh.today, fresh.week, fresh.month, k.status_id, k.category_id, k.is_closed,
                k.tickets, k.unassigned, k.resolution_seconds, p.priority_name, g.category_name, b.board_name
            FROM late CROSS JOIN fresh LEFT JOIN kinds k ON true
            LEFT JOIN priorities p ON p.tenant_id = $1 AND p.id = k.priority_id
            LEFT JOIN categories g ON g.tenant_id = $1 AND g.id = k.category_id
            LEFT JOIN boards b ON b.tenant_id = $1 AND b.id = k.board_id""";

    private static final String KEPT = """
            SELECT t.board_id, t.status_id, t.priority_id, t.category_id, t.is_closed, sum(t.tickets)::bigint AS tickets,
                sum(t.unassigned)::bigint AS unassigned, sum(t.resolution_seconds) AS resolution_seconds
            FROM ticket_counts t WHERE %s GROUP BY 1, 2, 3, 4, 5 HAVING sum(t.tickets) <> 0""";

    private static final String COUNTED = """
            SELECT t.board_id, t.status_id, t.priority_id, t.category_id, t.is_closed, count(*) AS tickets,
                count(*) FILTER (WHERE t.assigned_to IS NULL) AS unassigned,
                coalesce(sum(extract(epoch FROM t.closed_at - t.entered_at)), 0) AS resolution_seconds
            FROM %s WHERE %s GROUP BY 1, 2, 3, 4, 5""";

    private static final String UNKNOWN = "unknown";
    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);

    private final Transactions transactions;
    private final Clock clock;

    StatsReader(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<TicketStats> read(Narrowed narrowed) {
        List<@Nullable Object> args = new ArrayList<>(narrowed.args());
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        args.add(Times.at(today));
        return transactions
                .read(statement(narrowed, "$" + args.size() + "::timestamptz"), args.toArray())
                .map(StatsReader::stats);
    }

    static String statement(Narrowed narrowed, String today) {
        String from = TicketList.from(narrowed.filters());
        String kinds = TicketList.COUNTS.knows(narrowed.filters())
                ? KEPT.formatted(narrowed.where())
                : COUNTED.formatted(from, narrowed.where());
        return STATEMENT.formatted(kinds, from, narrowed.where(), today);
    }

    private static TicketStats stats(RowSet<Row> found) {
        Row moment = found.iterator().next();
        List<Row> kinds = StreamSupport.stream(found.spliterator(), false)
                .filter(row -> row.getUUID("status_id") != null)
                .toList();
        long total = sum(kinds, row -> row.getLong("tickets"));
        long closed = sum(kinds, row -> row.getBoolean("is_closed") ? row.getLong("tickets") : 0);
        return new TicketStats(
                total,
                total - closed,
                closed,
                sum(kinds, row -> row.getLong("unassigned")),
                moment.getLong("overdue"),
                by(kinds, row -> row.getUUID("status_id").toString()),
                by(kinds, row -> named(row, "priority_name")),
                by(kinds, row -> row.getUUID("category_id") == null ? "" : named(row, "category_name")),
                by(kinds, row -> named(row, "board_name")),
                moment.getLong("today"),
                moment.getLong("week"),
                moment.getLong("month"),
                average(kinds, closed));
    }

    private static String named(Row row, String column) {
        return Objects.requireNonNullElse(row.getString(column), UNKNOWN);
    }

    private static long sum(List<Row> kinds, ToLongFunction<Row> number) {
        return kinds.stream().mapToLong(number).sum();
    }

    /** An empty key means that a kind does not count. */
    private static Map<String, Long> by(List<Row> kinds, Function<Row, String> key) {
        return kinds.stream()
                .filter(row -> !key.apply(row).isEmpty())
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.summingLong(row -> row.getLong("tickets"))));
    }

    private static @Nullable Double average(List<Row> kinds, long closed) {
        if (closed == 0) {
            return null;
        }
        BigDecimal seconds = kinds.stream()
                .map(row -> row.getBigDecimal("resolution_seconds"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal minutes = seconds.divide(SECONDS.multiply(BigDecimal.valueOf(closed)), 2, RoundingMode.HALF_UP);
        return minutes.doubleValue();
    }
}

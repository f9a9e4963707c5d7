package io.deskgraph.standalone.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A result for people. */
final class Markdown {
    private static final List<String> PROCESSES =
            List.of("gateway", "tickets-service", "assets-service", "links-service", "kafka", "postgresql");

    private Markdown() {}

    static String of(BenchResult result) {
        return head(result) + table(result.rows()) + resident(result.residentMegabytes());
    }

    private static String head(BenchResult result) {
        BenchResult.Machine machine = result.machine();
        Sizes sizes = result.sizes();
        return format(
                """
                # Through the gateway, %s

                %d cores with the load generator on them, %d MB of memory, Java %s, PostgreSQL %s. Each load ran for %d s.
                Data from seed %d: %d tenants, each with %d assets, %d tickets and %d links.
                CPU is in milliseconds per request; the limit is `pgbench -M prepared` with as many connections.

                """,
                result.date(),
                machine.cores(),
                machine.memoryMegabytes(),
                machine.java(),
                machine.postgresql(),
                result.seconds(),
                sizes.seed(),
                sizes.tenants(),
                sizes.assets(),
                sizes.tickets(),
                sizes.links());
    }

    private static String table(List<BenchResult.Row> rows) {
        String columns = "| load | connections | per second | p50 ms | p99 ms | errors | limit | % of limit | "
                + String.join(" | ", PROCESSES) + " |\n";
        String line = "|---|" + "---:|".repeat(7 + PROCESSES.size()) + "\n";
        return columns + line + rows.stream().map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(BenchResult.Row row) {
        return format(
                "| %s | %d | %.0f | %.1f | %.1f | %d | %s | %s | %s |\n",
                row.workload(),
                row.connections(),
                row.perSecond(),
                row.p50Millis(),
                row.p99Millis(),
                row.errors(),
                number("%.0f", row.limitPerSecond()),
                number("%.1f", row.percentOfLimit()),
                cpu(row.cpuMillis()));
    }

    private static String cpu(Map<String, Double> millis) {
        return PROCESSES.stream().map(name -> number("%.3f", millis.get(name))).collect(Collectors.joining(" | "));
    }

    private static String resident(Map<String, Long> megabytes) {
        return "\nResident at the end: "
                + megabytes.entrySet().stream()
                        .map(process -> process.getKey() + " " + process.getValue() + " MB")
                        .collect(Collectors.joining(", "))
                + ".\n";
    }

    private static String number(String format, @Nullable Double value) {
        return value == null ? "" : format(format, value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

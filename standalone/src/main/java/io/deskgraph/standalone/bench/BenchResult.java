package io.deskgraph.standalone.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of everything.
 *
 * @param residentMegabytes of each JVM after the last load
 */
record BenchResult(
        String date, Machine machine, Sizes sizes, int seconds, List<Row> rows, Map<String, Long> residentMegabytes) {

    /** Where it ran: nothing that names the machine. */
    record Machine(int cores, long memoryMegabytes, String java, String postgresql) {}

    /**
     * One load at one number of connections.
     *
     * @param percentOfLimit of what pgbench does with the same connections; null where there is nothing to hold it against
     * @param cpuMillis per request, by process
     */
    record Row(
            String workload,
            int connections,
            long requests,
            double perSecond,
            double p50Millis,
            double p99Millis,
            long errors,
            @Nullable Double limitPerSecond,
            @Nullable Double percentOfLimit,
            Map<String, Double> cpuMillis) {

        static Row of(
                Workload workload,
                int connections,
                Load.Measured load,
                @Nullable Double limit,
                Map<String, Double> cpuMillis) {
            return new Row(
                    workload.name(),
                    connections,
                    load.requests(),
                    load.perSecond(),
                    load.p50Millis(),
                    load.p99Millis(),
                    load.errors(),
                    limit,
                    limit == null ? null : 100 * load.perSecond() / limit,
                    cpuMillis);
        }
    }
}

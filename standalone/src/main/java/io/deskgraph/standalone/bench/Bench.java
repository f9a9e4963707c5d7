package io.deskgraph.standalone.bench;

import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.Progress;
import io.deskgraph.standalone.suite.RunState;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills, loads and measures; one thing at a time. */
final class Bench {
    private final Database database;
    private final Load load;
    private final Processes processes;
    private final BenchData data;
    private final Progress progress;
    private final Clock clock;

    Bench(Credentials credentials, RunState state, String password, Progress progress, Clock clock) {
        this.database = new Database(credentials.postgres().port(), password);
        this.load = new Load(credentials.gateway());
        this.processes = new Processes(state);
        this.data = new BenchData(credentials, progress);
        this.progress = progress;
        this.clock = clock;
    }

    BenchResult run(Sizes sizes, List<Integer> connections, Lengths lengths) {
        List<BenchTenant> tenants = data.create(sizes);
        Workloads workloads = new Workloads(tenants, sizes.seed());
        List<BenchResult.Row> rows = new ArrayList<>();
        for (int count : connections) {
            rows.addAll(round(workloads.round(), tenants.get(0), count, lengths));
        }
        return new BenchResult(
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toString(),
                machine(),
                sizes,
                lengths.load(),
                rows,
                processes.residentMegabytes());
    }

    private List<BenchResult.Row> round(
            List<Workload> workloads, BenchTenant tenant, int connections, Lengths lengths) {
        Map<Workload.Limit, Double> limits = new EnumMap<>(Workload.Limit.class);
        limits.put(Workload.Limit.READS, database.reads(tenant, connections, lengths.load()));
        limits.put(Workload.Limit.INSERTS, database.inserts(tenant, connections, lengths.load()));
        return workloads.stream()
                .map(workload -> measure(workload, connections, lengths, limits))
                .toList();
    }

    private BenchResult.Row measure(
            Workload workload, int connections, Lengths lengths, Map<Workload.Limit, Double> limits) {
        warmUp(workload, connections, lengths.warmUp());
        Map<String, Double> before = processes.cpuMillis();
        Load.Measured measured = load.run(workload, connections, lengths.load());
        Map<String, Double> cpu = Processes.perRequest(before, processes.cpuMillis(), measured.requests());
        progress.say(
                "bench",
                String.format(
                        Locale.ROOT, "%s, %d connections: %.0f/s", workload.name(), connections, measured.perSecond()));
        return BenchResult.Row.of(workload, connections, measured, limits.get(workload.limit()), cpu);
    }

    /** With the requests that are measured, but for what can be done once only. */
    private void warmUp(Workload workload, int connections, int seconds) {
        if (seconds > 0 && !workload.once()) {
            Load.Measured unused = load.run(workload, connections, seconds);
        }
    }

    private BenchResult.Machine machine() {
        return new BenchResult.Machine(
                Runtime.getRuntime().availableProcessors(),
                Processes.memoryMegabytes(),
                System.getProperty("java.vm.version", ""),
                database.version());
    }
}

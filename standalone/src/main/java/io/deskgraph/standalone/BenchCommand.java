package io.deskgraph.standalone;

import io.deskgraph.standalone.bench.BenchRun;
import io.deskgraph.standalone.bench.Lengths;
import io.deskgraph.standalone.bench.Sizes;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Progress;
import io.deskgraph.standalone.suite.RunLock;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Load on the running suite, and what came of it. */
@Command(
        name = "bench",
        description =
                "Fill new tenants, put load on the gateway and write what it did beside what PostgreSQL alone does."
                        + " Start the suite with DESKGRAPH_RATE_LIMIT_MODE=off, else its limits are what is measured.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final Layout layout;
    private final Clock clock;
    private final PrintStream out;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed makes the same data (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--tenants", defaultValue = "8", description = "New tenants (${DEFAULT-VALUE}).")
    private int tenants;

    @Option(names = "--assets", defaultValue = "250", description = "Of each tenant (${DEFAULT-VALUE}).")
    private int assets;

    @Option(names = "--tickets", defaultValue = "500", description = "Of each tenant (${DEFAULT-VALUE}).")
    private int tickets;

    @Option(
            names = "--links",
            defaultValue = "500",
            description = "Of tickets to assets, of each tenant (${DEFAULT-VALUE}).")
    private int links;

    @Option(names = "--seconds", defaultValue = "10", description = "Of each load (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds before each load (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "16,64",
            description = "A round for each (${DEFAULT-VALUE}).")
    private List<Integer> connections = List.of();

    @Option(names = "--out", description = "Directory of the results (benchmarks/results).")
    private @Nullable Path directory;

    BenchCommand(Layout layout, Clock clock, PrintStream out) {
        this.layout = layout;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!RunLock.isHeld(layout)) {
            throw new LaunchException(
                    "Deskgraph is not running. Start it: DESKGRAPH_RATE_LIMIT_MODE=off ./deskgraph up");
        }
        Path results = directory == null ? layout.home().resolve("benchmarks/results") : directory;
        Lengths lengths = new Lengths(seconds, warmUp);
        Path written = new BenchRun(layout, new Progress(out), clock).run(sizes(), connections, lengths, results);
        out.println("\nThe result is in " + written + ", and beside it as JSON.");
        return 0;
    }

    private Sizes sizes() {
        try {
            return new Sizes(seed, tenants, assets, tickets, links);
        } catch (IllegalArgumentException impossible) {
            throw new LaunchException(String.valueOf(impossible.getMessage()), impossible);
        }
    }
}

package io.deskgraph.standalone.bench;

import io.deskgraph.standalone.suite.Credentials;
import io.deskgraph.standalone.suite.Json;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.Progress;
import io.deskgraph.standalone.suite.RunState;
import io.deskgraph.standalone.suite.Secrets;
import io.deskgraph.standalone.suite.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A bench of the suite that runs here, and the files that tell of it. */
public final class BenchRun {
    private final Layout layout;
    private final Progress progress;
    private final Clock clock;

    public BenchRun(Layout layout, Progress progress, Clock clock) {
        this.layout = layout;
        this.progress = progress;
        this.clock = clock;
    }

    /** Gives the file for people; beside it is one for programs. */
    public Path run(Sizes sizes, List<Integer> connections, Lengths lengths, Path directory) {
        Shell.require(List.of("wrk", "pgbench", "psql"));
        RunState state = RunState.load(layout)
                .filter(RunState::ready)
                .orElseThrow(() -> new LaunchException("Deskgraph is not ready. See: ./deskgraph status"));
        String password = Json.read(layout.secrets(), Secrets.class)
                .database(Service.TICKETS)
                .owner();
        Bench bench = new Bench(Credentials.load(layout), state, password, progress, clock);
        return write(bench.run(sizes, connections, lengths), directory);
    }

    static Path write(BenchResult result, Path directory) {
        String name = "bench-" + result.date().substring(0, 10);
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".json"), Json.pretty(result) + "\n");
            return Files.writeString(directory.resolve(name + ".md"), Markdown.of(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.deskgraph.standalone;

import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.suite.LaunchException;
import io.deskgraph.standalone.suite.Layout;
import io.deskgraph.standalone.suite.PrivateFiles;
import io.deskgraph.standalone.suite.RunLock;
import io.deskgraph.standalone.suite.RunState;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code up} in a process of its own that survives the terminal: it ignores hang-ups and Ctrl-C and stops on SIGTERM.
 * This side shows its output until it is ready.
 */
final class DetachedRun {
    private static final String MARKER = "deskgraph.detached";
    private static final String IGNORE_TERMINAL = "trap '' HUP INT; exec \"$@\"";
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Layout layout;
    private final PrintStream out;

    DetachedRun(Layout layout, PrintStream out) {
        this.layout = layout;
        this.out = out;
    }

    /** Whether this JVM is the one in the background. */
    static boolean isOne() {
        return Boolean.getBoolean(MARKER);
    }

    int start(int port, boolean fresh, boolean noDemo) throws IOException {
        prepare(fresh);
        Path log = layout.log("up");
        PrivateFiles.write(log, "");
        Process process = new ProcessBuilder(command(port, noDemo))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Thread abandon = new Thread(process::destroy, "abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        int code = follow(process, log);
        boolean unused = Runtime.getRuntime().removeShutdownHook(abandon);
        return code;
    }

    /** Wiping is done here: the process in the background writes its log below the same directory from the start. */
    private void prepare(boolean fresh) throws IOException {
        try (RunLock held = RunLock.tryAcquire(layout)
                .orElseThrow(
                        () -> new LaunchException("Deskgraph is already running here. Look: ./deskgraph status"))) {
            if (fresh) {
                layout.wipe();
            }
        }
    }

    private List<String> command(int port, boolean noDemo) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", IGNORE_TERMINAL, "deskgraph"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-D" + MARKER + "=true"));
        command.add("-Ddeskgraph.home=" + layout.home());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("up", "--port", String.valueOf(port)));
        if (noDemo) {
            command.add("--no-demo");
        }
        return command;
    }

    private int follow(Process process, Path log) throws IOException {
        Deadline deadline = Deadline.in(DEADLINE);
        try (RandomAccessFile output = new RandomAccessFile(log.toFile(), "r")) {
            while (process.isAlive() && !isReady(process) && !deadline.isOver()) {
                show(output);
                boolean unused = Deadline.in(Duration.ofMillis(100)).await(() -> !process.isAlive());
            }
            show(output);
        }
        if (process.isAlive() && !isReady(process)) {
            process.destroy();
            throw new LaunchException("Not ready after " + DEADLINE.toMinutes() + " minutes; see " + log);
        }
        return process.isAlive() ? 0 : Math.max(Main.FAILED, process.exitValue());
    }

    private boolean isReady(Process process) {
        return RunState.load(layout)
                .filter(state -> state.pid() == process.pid())
                .map(RunState::ready)
                .orElse(false);
    }

    private void show(RandomAccessFile output) throws IOException {
        byte[] more = new byte[(int) (output.length() - output.getFilePointer())];
        output.readFully(more);
        out.print(new String(more, StandardCharsets.UTF_8));
        out.flush();
    }
}

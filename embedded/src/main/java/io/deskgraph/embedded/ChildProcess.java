package io.deskgraph.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that writes to a log file and does not outlive this JVM, however this JVM ends: a watchdog shell blocks on
 * a pipe from us and signals the process when the pipe closes.
 */
public final class ChildProcess {
    private static final Duration KILL_DEADLINE = Duration.ofSeconds(5);

    private final String name;
    private final Path log;
    private final String stopSignal;
    private final Process process;

    private ChildProcess(String name, Path log, String stopSignal, Process process) {
        this.name = name;
        this.log = log;
        this.stopSignal = stopSignal;
        this.process = process;
    }

    /** Starts the command; both its outputs are appended to the log. The signal is the one that means "stop cleanly". */
    public static ChildProcess start(String name, ProcessBuilder command, Path log, String stopSignal) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            guard(process, stopSignal);
            return new ChildProcess(name, log, stopSignal, process);
        } catch (IOException e) {
            throw new EmbeddedServerException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    private static void guard(Process process, String signal) throws IOException {
        String script = "trap '' INT; cat >/dev/null; kill -s " + signal + " " + process.pid();
        Process watchdog = new ProcessBuilder("sh", "-c", script)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // A watchdog that outlived its process could signal a stranger that got the same number.
        CompletableFuture<Void> unused = process.onExit().thenRun(watchdog::destroyForcibly);
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    public CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(gone -> this);
    }

    /** True when the process has ended within this time; so it is also the pause between two looks at a live one. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while waiting for " + name, e);
        }
    }

    /** Asks the process to stop and kills it when it has not within the given time. */
    public void stop(Duration grace) {
        if (!process.isAlive()) {
            return;
        }
        signal(process.toHandle(), stopSignal);
        if (!endsWithin(grace)) {
            killHard();
        }
    }

    /** SIGKILL to the process and all it has started, as a power cut would: no chance to tidy up. */
    public void killHard() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        // Not onExit(): for what is not our own child it looks only every other second.
        boolean unused = Deadline.in(KILL_DEADLINE).await(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** The last lines of the log, for a message that says why something went wrong. */
    public String lastLines(int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    static void signal(ProcessHandle target, String signal) {
        try {
            int unused = new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + target.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            target.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

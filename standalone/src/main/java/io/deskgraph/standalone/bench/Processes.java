package io.deskgraph.standalone.bench;

import io.deskgraph.standalone.suite.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the processes of the suite use, as Linux counts it. */
final class Processes {
    private static final Path PROC = Path.of("/proc");
    private static final double MILLIS_PER_TICK = 10;
    private static final List<String> OF_NO_JVM = List.of("postgresql");

    private final List<RunState.Process> processes;

    Processes(RunState state) {
        this.processes = state.processes();
    }

    /** CPU so far by name, with that of children that run and of children that have ended. */
    Map<String, Double> cpuMillis() {
        Map<String, Double> used = new LinkedHashMap<>();
        processes.forEach(process -> used.put(process.name(), cpuMillis(process.pid())));
        return used;
    }

    /** Resident memory of each JVM. */
    Map<String, Long> residentMegabytes() {
        Map<String, Long> used = new LinkedHashMap<>();
        for (RunState.Process process : processes) {
            if (!OF_NO_JVM.contains(process.name())) {
                used.put(process.name(), resident(process.pid()));
            }
        }
        return used;
    }

    static Map<String, Double> perRequest(Map<String, Double> before, Map<String, Double> after, long requests) {
        Map<String, Double> used = new LinkedHashMap<>();
        after.forEach(
                (name, millis) -> used.put(name, (millis - before.getOrDefault(name, 0.0)) / Math.max(1, requests)));
        return used;
    }

    private static double cpuMillis(long pid) {
        double ended = ticks(pid, 13) + ticks(pid, 14);
        double running = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> own(child.pid()))
                .sum();
        return (ended * MILLIS_PER_TICK) + running + own(pid);
    }

    private static double own(long pid) {
        return (ticks(pid, 11) + ticks(pid, 12)) * MILLIS_PER_TICK;
    }

    /** A field of the process's statistics, counted after its name, which may contain anything. */
    private static double ticks(long pid, int field) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/stat"));
            return Double.parseDouble(line.substring(line.lastIndexOf(')') + 2).split(" ")[field]);
        } catch (IOException gone) {
            return 0;
        }
    }

    static long memoryMegabytes() {
        return megabytes(PROC.resolve("meminfo"), "MemTotal:");
    }

    private static long resident(long pid) {
        return megabytes(PROC.resolve(pid + "/status"), "VmRSS:");
    }

    private static long megabytes(Path file, String member) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(member))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.deskgraph.standalone.bench;

import io.deskgraph.standalone.suite.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Programs of others, run to their end. */
final class Shell {

    private Shell() {}

    static void require(List<String> programs) {
        List<String> missing =
                programs.stream().filter(program -> !isOnPath(program)).toList();
        if (!missing.isEmpty()) {
            throw new LaunchException("The bench needs " + String.join(" and ", missing)
                    + " on the PATH: wrk makes the load, pgbench and psql come with PostgreSQL's client programs");
        }
    }

    /** What the program has said; anything but success is an error with that text. */
    static String run(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LaunchException(command.get(0) + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new LaunchException(command.get(0) + " cannot be run: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted in " + command.get(0), e);
        }
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(java.io.File.pathSeparator)).stream()
                .anyMatch(directory -> java.nio.file.Files.isExecutable(java.nio.file.Path.of(directory, program)));
    }
}

package io.deskgraph.standalone;

import io.deskgraph.embedded.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run of the launcher script and what it prints. */
final class Script {
    private final Process process;
    private final Path output;

    private Script(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Script run(FakeCheckout checkout, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("/bin/bash", checkout.home().resolve("deskgraph").toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(checkout.home(), "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new Script(builder.start(), output);
    }

    static Script run(FakeCheckout checkout, String... arguments) throws IOException {
        return run(checkout, Map.of(), arguments);
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running:\n" + output());
        }
        return process.exitValue();
    }

    void awaitOutput(String text) {
        boolean seen = Deadline.in(Duration.ofSeconds(90)).await(() -> output().contains(text) || !process.isAlive());
        if (!seen || !output().contains(text)) {
            throw new AssertionError("No '" + text + "' in:\n" + output());
        }
    }

    void terminate() {
        process.destroy();
    }
}

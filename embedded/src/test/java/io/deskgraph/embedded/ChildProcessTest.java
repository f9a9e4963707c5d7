package io.deskgraph.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @Test
    void aChildDoesNotOutliveAKilledParent(@TempDir Path directory) throws IOException {
        // Given
        Path pidFile = directory.resolve("pid");
        Process parent = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        pidFile.toString()))
                .inheritIO()
                .start();
        assertTrue(Deadline.in(Duration.ofSeconds(20)).await(() -> Files.exists(pidFile)));
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();
        assertTrue(child.isAlive());

        // When
        parent.destroyForcibly().onExit().join();

        // Then
        assertTrue(Deadline.in(Duration.ofSeconds(10)).await(() -> !child.isAlive()));
    }

    @Test
    void oneThatDoesNotListenIsKilledAtTheDeadline(@TempDir Path directory) {
        // Given
        ProcessBuilder deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done");
        ChildProcess child = ChildProcess.start("deaf", deaf, directory.resolve("log"), "TERM");
        assertTrue(Deadline.in(Duration.ofSeconds(10))
                .await(() -> child.lastLines(1).equals("ready")));

        // When
        child.stop(Duration.ofMillis(300));

        // Then
        assertFalse(child.isAlive());
        assertEquals(137, child.exitCode());
    }

    /** The parent that is killed: starts a child, says which, and waits for its own end. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws IOException {
            Path pidFile = Path.of(arguments[0]);
            ChildProcess child = ChildProcess.start(
                    "sleeper", new ProcessBuilder("sleep", "120"), pidFile.resolveSibling("log"), "TERM");
            Path draft = Files.writeString(pidFile.resolveSibling("draft"), String.valueOf(child.pid()));
            Files.move(draft, pidFile);
            ChildProcess unused = child.onExit().join();
        }
    }
}

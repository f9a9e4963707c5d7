package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    private final FakeCheckout checkout;

    ScriptTest(@TempDir Path home) throws IOException {
        checkout = FakeCheckout.in(home);
    }

    @Test
    void withoutAJdkItSaysWhatIsNeeded() throws Exception {
        // When
        Script script = Script.run(checkout, Map.of("JAVA_HOME", "", "PATH", checkout.home() + "/empty"), "up");

        // Then
        assertEquals(1, script.exitCode());
        assertTrue(script.output().contains("a JDK 17 or newer is needed"), script.output());
        assertFalse(Files.exists(checkout.state()));
    }

    @Test
    void anOldJavaIsNamedAndNotUsed() throws Exception {
        // Given
        Path bin = Files.createDirectories(checkout.home().resolve("old/bin"));
        String old = "#!/bin/sh\necho '    java.specification.version = 1.8' >&2\n";
        Path java = Files.writeString(bin.resolve("java"), old);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        // When
        Script script = Script.run(
                checkout, Map.of("JAVA_HOME", checkout.home() + "/old", "PATH", checkout.home() + "/empty"), "up");

        // Then
        assertEquals(1, script.exitCode());
        assertTrue(script.output().contains("old/bin/java is Java 8"), script.output());
    }

    @Test
    void whatIsNotBuiltIsNotLookedForByOtherCommands() throws Exception {
        // Given
        Files.delete(checkout.home().resolve("gateway/target/quarkus-app/quarkus-run.jar"));

        // When
        Script script = Script.run(checkout, "status");

        // Then
        assertEquals(1, script.exitCode());
        assertTrue(script.output().contains("./deskgraph up"), script.output());
    }

    @Test
    void upBuildsWhatIsMissingAndShowsTheSteps() throws Exception {
        // Given
        Path jar = checkout.home().resolve("gateway/target/quarkus-app/quarkus-run.jar");
        Files.move(jar, jar.resolveSibling("built"));
        writeMaven("echo '[INFO] Building gateway 0.1 [4/9]'; mv " + jar.resolveSibling("built") + " " + jar);

        // When
        Script script = Script.run(checkout, "up", "--port", "0");

        // Then
        assertEquals(1, script.exitCode());
        assertTrue(script.output().contains("Building gateway 0.1 [4/9]"), script.output());
        assertTrue(script.output().contains("s  built"), script.output());
        assertTrue(script.output().contains("--port must be between"), script.output());
    }

    @Test
    void aFailedBuildIsNotStarted() throws Exception {
        // Given
        Files.delete(checkout.home().resolve("gateway/target/quarkus-app/quarkus-run.jar"));
        writeMaven("echo '[ERROR] it does not compile'; exit 1");

        // When
        Script script = Script.run(checkout, "up");

        // Then
        assertEquals(1, script.exitCode());
        assertTrue(script.output().contains("[ERROR] it does not compile"), script.output());
        assertTrue(script.output().contains("the build failed"), script.output());
        assertFalse(Files.exists(checkout.state()));
    }

    private void writeMaven(String body) throws IOException {
        Path maven = Files.writeString(checkout.home().resolve("mvnw"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void anUnknownOptionIsRefusedWithTheUsage() throws Exception {
        // When
        Script script = Script.run(checkout, "up", "--prot", "1");

        // Then
        assertEquals(2, script.exitCode());
        assertTrue(script.output().contains("--port"), script.output());
        assertFalse(Files.exists(checkout.state().resolve("secrets.json")));
    }

    @Test
    void everyCommandIsInTheHelp() throws Exception {
        // When
        Script script = Script.run(checkout, "--help");

        // Then
        assertEquals(0, script.exitCode());
        for (String command : new String[] {"up", "down", "status", "demo", "events", "bench"}) {
            assertTrue(script.output().contains("\n  " + command + " "), script.output());
        }
    }

    @Test
    void commandsThatNeedARunningSuiteSaySo() throws Exception {
        for (String command : new String[] {"demo", "events", "status"}) {
            // When
            Script script = Script.run(checkout, command);

            // Then
            assertEquals(1, script.exitCode(), command);
            assertTrue(script.output().contains("not running"), script.output());
        }
    }
}

package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.embedded.FreePorts;
import io.deskgraph.standalone.suite.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script and the launcher with real servers; only the four services are stand-ins. */
class LauncherTest {
    private final String port = String.valueOf(FreePorts.any());
    private final FakeCheckout checkout;

    LauncherTest(@TempDir Path home) throws IOException {
        checkout = FakeCheckout.in(home);
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        Script.run(checkout, "down").exitCode();
    }

    @Test
    void upServesUntilItIsToldToStop() throws Exception {
        // Given
        Script up = Script.run(checkout, "up", "--no-demo", "--port", port);
        up.awaitOutput("Deskgraph is ready");
        List<Long> pids = pids();

        // When
        Script status = Script.run(checkout, "status");
        Script second = Script.run(checkout, "up", "--port", port);

        // Then
        assertEquals(0, status.exitCode());
        assertTrue(status.output().contains("http://localhost:" + port), status.output());
        assertTrue(status.output().matches("(?s).*links-service +\\d+ +\\d+ +up +7\n.*"), status.output());
        assertEquals(1, second.exitCode());
        assertTrue(second.output().contains("already running"), second.output());

        // When
        up.terminate();

        // Then
        assertEquals(143, up.exitCode());
        assertTrue(up.output().contains("stopped"), up.output());
        assertAllGone(pids);
        assertEquals(1, Script.run(checkout, "status").exitCode());
    }

    @Test
    void anOperatorHasAServiceWorkOnItsTopics() throws Exception {
        // Given
        Script nothingRuns = Script.run(checkout, "rebuild", "links");
        assertEquals(1, nothingRuns.exitCode());
        assertTrue(nothingRuns.output().contains("Deskgraph is not running"), nothingRuns.output());
        Script up = Script.run(checkout, "up", "--detach", "--no-demo", "--port", port);
        assertEquals(0, up.exitCode(), up.output());

        // When
        Script one = Script.run(checkout, "rebuild", "links", "assets");
        Script all = Script.run(checkout, "rebuild", "links-service");
        Script foreign = Script.run(checkout, "rebuild", "links", "deskgraph.bundles");
        Script nobody = Script.run(checkout, "rebuild", "nobody");

        // Then
        assertEquals(0, one.exitCode(), one.output());
        assertTrue(one.output().contains("still rebuilding the copy of deskgraph.assets"), one.output());
        assertTrue(one.output().contains("deskgraph.assets: subjects 412, failed 0"), one.output());
        assertFalse(one.output().contains("deskgraph.tickets"), one.output());
        assertEquals(1, all.exitCode());
        assertTrue(all.output().contains("deskgraph.assets: subjects 412, failed 0"), all.output());
        assertTrue(all.output().contains("deskgraph.tickets: subjects 9, failed 2"), all.output());
        assertTrue(all.output().contains("2 failed; its log tells why"), all.output());
        assertEquals(1, foreign.exitCode());
        assertTrue(foreign.output().contains("It can: deskgraph.assets, deskgraph.tickets"), foreign.output());
        assertEquals(1, nobody.exitCode());
        assertTrue(nobody.output().contains("There are: gateway, tickets-service"), nobody.output());
    }

    @Test
    void aDetachedRunKeepsItsSecretsUntilItIsFresh() throws Exception {
        // Given
        Script first = Script.run(checkout, "up", "--detach", "--no-demo", "--port", port);
        assertEquals(0, first.exitCode(), first.output());
        JsonNode keys = credentials().at("/tenants/0/keys");
        List<Long> pids = pids();

        // When
        Script down = Script.run(checkout, "down");

        // Then
        assertEquals(0, down.exitCode(), down.output());
        assertAllGone(pids);

        // When
        assertEquals(
                0,
                Script.run(checkout, "up", "--detach", "--no-demo", "--port", port)
                        .exitCode());

        // Then
        assertEquals(keys, credentials().at("/tenants/0/keys"));
        assertEquals(0, Script.run(checkout, "down").exitCode());

        // When
        assertEquals(
                0,
                Script.run(checkout, "up", "--detach", "--no-demo", "--fresh", "--port", port)
                        .exitCode());

        // Then
        assertNotEquals(keys, credentials().at("/tenants/0/keys"));
    }

    @Test
    void aServiceThatDiesWhileStartingIsNamedWithTheEndOfItsLog() throws Exception {
        // When
        Script up = Script.run(checkout, Map.of(FakeService.FAILS, "links"), "up", "--no-demo", "--port", port);

        // Then
        assertEquals(1, up.exitCode());
        assertTrue(up.output().contains("links-service (port "), up.output());
        assertTrue(up.output().contains("the reason why it cannot start"), up.output());
        assertServersAreGone();
    }

    @Test
    void aServiceThatDiesLaterStopsEverything() throws Exception {
        // Given
        Script up = Script.run(checkout, "up", "--no-demo", "--port", port);
        up.awaitOutput("Deskgraph is ready");
        List<Long> pids = pids();

        // When
        boolean killed = ProcessHandle.of(pidOf("assets-service")).orElseThrow().destroyForcibly();

        // Then
        assertTrue(killed);
        assertEquals(1, up.exitCode());
        assertTrue(up.output().contains("assets-service ended with code 137"), up.output());
        assertAllGone(pids);
    }

    @Test
    void aKilledLauncherTakesItsChildrenAlongAndCanStartAgain() throws Exception {
        // Given
        assertEquals(
                0,
                Script.run(checkout, "up", "--detach", "--no-demo", "--port", port)
                        .exitCode());
        List<Long> pids = pids();
        long launcher = state().path("pid").asLong();

        // When
        boolean killed = ProcessHandle.of(launcher).orElseThrow().destroyForcibly();

        // Then
        assertTrue(killed);
        assertAllGone(pids);
        Script again = Script.run(checkout, "up", "--detach", "--no-demo", "--port", port);
        assertEquals(0, again.exitCode(), again.output());
    }

    @Test
    void aTakenGatewayPortIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            // When
            Script up = Script.run(checkout, "up", "--no-demo", "--port", String.valueOf(taken.getLocalPort()));

            // Then
            assertEquals(1, up.exitCode());
            assertTrue(up.output().contains("Port " + taken.getLocalPort() + " is in use"), up.output());
            assertTrue(up.output().contains("--port"), up.output());
            assertServersAreGone();
        }
    }

    private JsonNode credentials() {
        return Json.read(checkout.state().resolve("credentials.json"), JsonNode.class);
    }

    private JsonNode state() {
        return Json.read(checkout.state().resolve("state.json"), JsonNode.class);
    }

    private List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        state().path("processes")
                .forEach(process -> pids.add(process.path("pid").asLong()));
        assertEquals(6, pids.size());
        return pids;
    }

    private long pidOf(String name) {
        for (JsonNode process : state().path("processes")) {
            if (process.path("name").asText().equals(name)) {
                return process.path("pid").asLong();
            }
        }
        throw new AssertionError("No process " + name);
    }

    private static void assertAllGone(List<Long> pids) {
        boolean gone = Deadline.in(Duration.ofSeconds(20)).await(() -> pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .noneMatch(ProcessHandle::isAlive));
        assertTrue(gone, "Still there: " + pids);
    }

    private void assertServersAreGone() {
        assertFalse(Files.exists(checkout.state().resolve("postgres/postmaster.pid")));
        assertFalse(Files.exists(checkout.state().resolve("state.json")));
    }
}

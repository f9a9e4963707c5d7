package io.deskgraph.standalone.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param home the checkout, with the built modules
 * @param state the directory of everything a run leaves behind, {@code .standalone} unless told otherwise
 */
public record Layout(Path home, Path state) {
    private static final String STATE_VARIABLE = "DESKGRAPH_STATE_DIR";

    public static Layout ofEnvironment() {
        Path home = Path.of(System.getProperty("deskgraph.home", "")).toAbsolutePath();
        String state = System.getenv(STATE_VARIABLE);
        return new Layout(
                home,
                state == null || state.isBlank()
                        ? home.resolve(".standalone")
                        : Path.of(state).toAbsolutePath());
    }

    public Path runner(Service service) {
        return home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Of the built programs, so it goes when they go; without the directory none are used. */
    public Path archives() {
        return home.resolve("target/archives");
    }

    /** Where the launcher's own jars are built. */
    Path launcher() {
        return home.resolve("standalone/target");
    }

    public Path application(Service service) {
        return home.resolve(service.module()).resolve("target/quarkus-app");
    }

    public Path log(String process) {
        return state.resolve("logs").resolve(process + ".log");
    }

    public Path lock() {
        return state.resolve("lock");
    }

    public Path stateFile() {
        return state.resolve("state.json");
    }

    public Path secrets() {
        return state.resolve("secrets.json");
    }

    public Path bootstrap() {
        return state.resolve("bootstrap.json");
    }

    public Path credentials() {
        return state.resolve("credentials.json");
    }

    public Path seeding() {
        return state.resolve("seeding.json");
    }

    public Path keys() {
        return state.resolve("keys");
    }

    public Path postgres() {
        return state.resolve("postgres");
    }

    public Path kafka() {
        return state.resolve("kafka");
    }

    public List<Path> missingRunners() {
        return Arrays.stream(Service.values())
                .map(this::runner)
                .filter(jar -> !Files.isRegularFile(jar))
                .toList();
    }

    /** Empties the state directory; the lock stays, because whoever wipes holds it. */
    public void wipe() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            List<Path> deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
            for (Path file : deepestFirst) {
                if (!file.equals(state) && !file.equals(lock())) {
                    Files.delete(file);
                }
            }
        }
    }
}

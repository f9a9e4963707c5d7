package io.deskgraph.standalone.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A built Quarkus application on one class path instead of in Quarkus' own class loader, because archives hold only what the
 * JVM's loaders load.
 */
record FlatApplication(List<Path> jars) {
    private static final String GENERATED = "quarkus/generated-bytecode.jar";
    private static final String MAIN = "io.quarkus.runner.GeneratedMain";

    /** What the manifest of quarkus-run.jar says, which nobody reads here, and the log manager that its main class sets. */
    private static final List<String> FLAGS = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    /** @return null where no Quarkus build has left its jars */
    static @Nullable FlatApplication in(Path directory) {
        if (!Files.exists(directory.resolve(GENERATED))) {
            return null;
        }
        try {
            return new FlatApplication(jars(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jars(Path directory) throws IOException {
        List<Path> jars = new ArrayList<>();
        // Transformed classes come before those they were made from.
        jars.add(directory.resolve("quarkus/transformed-bytecode.jar"));
        jars.add(directory.resolve(GENERATED));
        for (String folder : List.of("app", "lib/main", "lib/boot")) {
            try (Stream<Path> files = Files.list(directory.resolve(folder))) {
                files.filter(path -> path.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        jars.removeIf(jar -> !Files.exists(jar));
        return jars;
    }

    /** All of the command line that comes after the JVM's own flags. */
    List<String> command() {
        String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(FLAGS);
        command.addAll(List.of("-cp", path, MAIN));
        return command;
    }
}

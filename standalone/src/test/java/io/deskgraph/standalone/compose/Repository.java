package io.deskgraph.standalone.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree this test was compiled from. */
public final class Repository {

    private static final Path ROOT = root();

    private Repository() {}

    public static Path path(String name) {
        return ROOT.resolve(name);
    }

    public static String text(String name) {
        return text(path(name));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> javaSources(String module) {
        try (Stream<Path> files = Files.walk(path(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Repository::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("docker-compose.yml"))) {
                return path;
            }
        }
        throw new IllegalStateException("Not inside the source tree");
    }
}

package io.deskgraph.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which statuses the tests of this module have reached, per operation: lines {@code GET /path 200} in a file under
 * target, begun anew by each test run and read by {@link StatusCodesContract} after it.
 */
final class ReachedStatuses {

    static final Path DIRECTORY = Path.of("target", "traffic");
    private static final Path FILE = DIRECTORY.resolve("reached.txt");
    private static final String STARTED = "deskgraph.test.traffic-started";

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Test classes may live in several class loaders of one JVM: a system property is common to them. */
    ReachedStatuses() throws IOException {
        if (System.setProperty(STARTED, "true") == null) {
            Files.createDirectories(DIRECTORY);
            Files.deleteIfExists(FILE);
        }
    }

    void add(String operation, int status) {
        String line = operation + " " + status;
        if (seen.add(line)) {
            append(line);
        }
    }

    private static void append(String line) {
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> read() throws IOException {
        return Files.readAllLines(FILE);
    }
}

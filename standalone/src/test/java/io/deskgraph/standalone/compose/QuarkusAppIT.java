package io.deskgraph.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build of each service leaves behind is what the image copies. */
class QuarkusAppIT {

    private static final Set<String> NOT_NEEDED = Set.of("quarkus-app-dependencies.txt");

    static Stream<String> modules() {
        return ComposeFile.MODULES.values().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theImageCopiesTheWholeApplication(String module) throws IOException {
        try (Stream<Path> built = Files.list(Repository.path(module + "/target/quarkus-app"))) {
            Set<String> entries = built.map(QuarkusAppIT::name)
                    .filter(name -> !NOT_NEEDED.contains(name))
                    .collect(Collectors.toSet());
            assertEquals(Dockerfile.APPLICATION, entries);
        }
    }

    private static String name(Path entry) {
        return entry.getFileName() + (Files.isDirectory(entry) ? "/" : "");
    }
}

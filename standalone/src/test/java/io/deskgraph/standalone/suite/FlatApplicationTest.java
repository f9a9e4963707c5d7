package io.deskgraph.standalone.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatApplicationTest {

    @Test
    void transformedClassesComeFirstAndEachFolderInOrder(@TempDir Path build) throws IOException {
        // Given
        List<String> jars = List.of(
                "quarkus/transformed-bytecode.jar",
                "quarkus/generated-bytecode.jar",
                "app/service.jar",
                "lib/main/a.jar",
                "lib/main/b.jar",
                "lib/boot/c.jar");
        for (String jar : jars) {
            Files.createDirectories(build.resolve(jar).resolve("..").normalize());
            Files.createFile(build.resolve(jar));
        }
        Files.createFile(build.resolve("lib/main/notes.txt"));

        // When
        FlatApplication application = FlatApplication.in(build);

        // Then
        assertNotNull(application);
        assertEquals(jars.stream().map(build::resolve).toList(), application.jars());
        assertTrue(application.command().contains("--add-opens=java.base/java.lang=ALL-UNNAMED"));
        assertEquals(
                "io.quarkus.runner.GeneratedMain",
                application.command().get(application.command().size() - 1));
    }

    @Test
    void thereIsNoneWhereNothingWasBuilt(@TempDir Path empty) {
        assertNull(FlatApplication.in(empty));
    }
}

package io.deskgraph.tickets.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDocumentStoreTest extends StoreContract {

    @TempDir
    Path directory;

    @Override
    protected DocumentStore store() {
        return new FileDocumentStore(vertx, directory.resolve("documents"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "/etc/hostname", "", "."})
    void nothingIsReachedOutsideTheDirectory(String path) {
        assertThrows(IllegalArgumentException.class, () -> store().read(path));
        assertThrows(IllegalArgumentException.class, () -> store().delete(path));
        assertThrows(IllegalArgumentException.class, () -> store().write(path, new ByteStream(vertx, new byte[0], -1)));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.createDirectories(directory.resolve("documents/a"));
        Files.writeString(directory.resolve("documents/a/b"), "first");

        assertThrows(RuntimeException.class, () -> store().write("a/b", new ByteStream(vertx, new byte[1], -1))
                .await()
                .indefinitely());

        assertEquals("first", Files.readString(directory.resolve("documents/a/b")));
    }
}

package io.deskgraph.tickets.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the database and on the disk when the process ends in the middle, and what becomes of it. */
@QuarkusTest
class UploadCrashTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Transactions transactions;

    @Inject
    UnownedFiles unowned;

    private Papers papers;

    @BeforeEach
    void open() {
        papers = new Papers();
    }

    /** Whatever moment of an upload a crash picks, its file is on the list: it was there before the first byte. */
    @Test
    void bytesUnderWayAreOnTheListOfThoseThatNothingOwns() throws IOException {
        String half = papers.head("multipart/form-data; boundary=B", "Content-Length: 1000000")
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n" + "x".repeat(200_000);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(half.getBytes(StandardCharsets.ISO_8859_1));
            Eventually.until("bytes arrive", () -> papers.files().size() == 1);

            assertEquals(
                    1,
                    Database.count(
                            "SELECT count(*) FROM unowned_files WHERE tenant_id = ? AND storage_path = ?"
                                    + " AND due_at > now() + interval '50 minutes'",
                            papers.desk.tenant,
                            papers.desk.tenant + "/" + papers.files().get(0).getFileName()));
            assertEquals(0, papers.documents());
        }
    }

    @Test
    void aCrashBeforeTheDocumentIsCommittedLeavesNoBytesOnceTheirTimeIsOver() throws IOException {
        // Given: the state after a kill between the bytes and the document
        StoredFile file = reserve();
        write(file);

        // When
        Database.execute("UPDATE unowned_files SET due_at = now() - interval '1 s' WHERE file_id = ?", file.id());

        // Then
        papers.settle(0);
    }

    @Test
    void bytesWhoseTimeIsNotOverStay() throws IOException {
        StoredFile early = reserve();
        write(early);
        StoredFile due = reserve();
        write(due);
        Database.execute("UPDATE unowned_files SET due_at = now() WHERE file_id = ?", due.id());

        Eventually.until("the due one goes", () -> papers.files().size() == 1);

        assertTrue(Files.exists(disk(early)));
        assertEquals(1, papers.unowned());
    }

    @Test
    void aRolledBackDocumentKeepsItsBytesOnTheList() throws IOException {
        StoredFile file = reserve();
        write(file);

        assertThrows(IllegalStateException.class, () -> transactions
                .run(papers.desk.tenant, tx -> unowned.own(tx, file).invoke(() -> {
                    throw new IllegalStateException("rolled back");
                }))
                .await()
                .atMost(PATIENCE));

        assertEquals(1, papers.unowned());
    }

    @Test
    void anUploadThatWasSweptAwayBecomesNoDocument() {
        StoredFile file = reserve();
        Database.execute("UPDATE unowned_files SET due_at = now() WHERE file_id = ?", file.id());
        Eventually.until("it is swept", () -> papers.unowned() == 0);

        Problem late = assertThrows(Problem.class, () -> transactions
                .run(papers.desk.tenant, tx -> unowned.own(tx, file))
                .await()
                .atMost(PATIENCE));

        assertEquals("The upload took too long", late.getMessage());
    }

    /** The process is killed after the removal was committed and before the bytes were removed. */
    @Test
    void aRemovalThatWasCommittedIsFinishedLater() {
        String id = papers.attach("x.txt", new byte[10]);
        papers.settle(1);

        Database.execute("DELETE FROM document_associations WHERE document_id = ?", UUID.fromString(id));

        papers.settle(0);
    }

    @Test
    void bytesThatCannotBeRemovedKeepNoOthersFromGoing() throws IOException {
        // Given: a directory in the place of a file cannot be removed while something is in it
        StoredFile stuck = reserve();
        Path inside = disk(stuck).resolve("inside");
        Files.createDirectories(disk(stuck));
        Files.writeString(inside, "x");
        StoredFile other = reserve();
        write(other);

        // When
        Database.execute("UPDATE unowned_files SET due_at = now() - interval '1 h' WHERE file_id = ?", stuck.id());
        Database.execute("UPDATE unowned_files SET due_at = now() WHERE file_id = ?", other.id());

        // Then
        Eventually.until("the other goes", () -> Files.notExists(disk(other)));
        assertEquals(1, papers.unowned());
        Files.delete(inside);
        papers.settle(0);
    }

    private StoredFile reserve() {
        return unowned.reserve(papers.desk.tenant, UUID.fromString(papers.ticket))
                .await()
                .atMost(PATIENCE);
    }

    private static void write(StoredFile file) throws IOException {
        Files.createDirectories(disk(file).getParent());
        Files.writeString(disk(file), "bytes");
    }

    private static Path disk(StoredFile file) {
        return Path.of("target/documents").resolve(file.path());
    }
}

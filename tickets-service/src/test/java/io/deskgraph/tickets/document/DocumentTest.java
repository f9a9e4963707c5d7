package io.deskgraph.tickets.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentTest {

    private static final Set<String> COLUMNS = Set.of(
            "document_id",
            "document_name",
            "type_id",
            "shared_type_id",
            "user_id",
            "created_by",
            "edited_by",
            "entered_at",
            "updated_at",
            "order_number",
            "file_id",
            "storage_path",
            "mime_type",
            "file_size",
            "checksum",
            "folder_path",
            "is_client_visible",
            "thumbnail_file_id",
            "preview_file_id",
            "preview_generated_at",
            "source_template_id",
            "source_template_version",
            "rendered_locale",
            "tenant",
            "created_by_full_name",
            "type_name",
            "type_icon");

    private Papers papers;

    @BeforeEach
    void open() {
        papers = new Papers();
    }

    @Test
    void anUploadBecomesADocumentWithItsMeasures() {
        Map<String, Object> made = papers.send("Notes.TXT", bytes("test"), "Text/Plain; charset=utf-8")
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("data.document_name", is("Notes.TXT"))
                .body("data.mime_type", is("text/plain"))
                .body("data.file_size", is(4))
                .body("data.checksum", is("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))
                .body("data.is_client_visible", is(false))
                .body("data.order_number", is(0))
                .body("data.folder_path", nullValue())
                .body("data.tenant", is(papers.desk.tenant.toString()))
                .extract()
                .path("data");

        assertEquals(COLUMNS, made.keySet());
        papers.settle(1);
        assertEquals(2, papers.desk.version(papers.ticket));
    }

    @Test
    void theListShowsTheLastFirstAndWhatTiesThemToTheTicket() {
        list().body("data", empty());
        papers.attach("one.txt", bytes("1"));
        papers.attach("two.txt", bytes("2"));

        Map<String, Object> row = list().body("data.document_name", contains("two.txt", "one.txt"))
                .extract()
                .path("data[0]");

        Set<String> members = new TreeSet<>(COLUMNS);
        members.addAll(Set.of("association_id", "association_created_at"));
        assertEquals(members, new TreeSet<>(row.keySet()));
    }

    @Test
    void aDownloadIsWhatWasUploaded() {
        byte[] bytes = new byte[2_500_000];
        new Random(7).nextBytes(bytes);
        String id = papers.send("a b.bin", bytes, "image/png")
                .statusCode(201)
                .extract()
                .path("data.document_id");

        Response download = papers.request().get(papers.path(id));

        download.then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("Content-Length", "2500000")
                .header("Content-Disposition", "attachment; filename=\"a%20b.bin\"; filename*=UTF-8''a%20b.bin")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        assertArrayEquals(bytes, download.asByteArray());
    }

    @Test
    void aFileMayBeEmpty() {
        String id = papers.attach("empty", new byte[0]);

        Response download = papers.request().get(papers.path(id));

        assertEquals(200, download.statusCode());
        assertEquals(0, download.asByteArray().length);
    }

    @Test
    void withItsLastTicketADocumentAndItsBytesGo() {
        String id = papers.attach("gone.txt", bytes("x"));
        papers.settle(1);

        papers.request()
                .delete(papers.path(id))
                .then()
                .statusCode(200)
                .body("containsKey('data')", is(true))
                .body("data", nullValue());

        papers.settle(0);
        list().body("data", empty());
        papers.request().delete(papers.path(id)).then().statusCode(404).body("message", is("Document not found"));
        papers.request().get(papers.path(id)).then().statusCode(404);
        assertEquals(3, papers.desk.version(papers.ticket));
    }

    @Test
    void anotherTicketKeepsIt() {
        String id = papers.attach("shared.txt", bytes("x"));
        String other = papers.desk.ticket();
        Database.execute(
                "INSERT INTO document_associations (tenant_id, id, document_id, ticket_id, created_at)"
                        + " VALUES (?, ?, ?, ?, now())",
                papers.desk.tenant,
                Ids.next(),
                Papers.id(id),
                Papers.id(other));

        papers.request().delete(papers.path(id)).then().statusCode(200);

        papers.settle(1);
        papers.request().get(papers.path(id)).then().statusCode(404);
        String elsewhere = "/api/v1/tickets/" + other + "/documents/" + id;
        papers.request().get(elsewhere).then().statusCode(200);
        papers.request().delete(elsewhere).then().statusCode(200);
        papers.settle(0);
    }

    @Test
    void aTicketTakesItsDocumentsAlong() {
        papers.attach("one.txt", bytes("1"));
        papers.attach("two.txt", bytes("2"));

        papers.desk.request().delete("/api/v1/tickets/" + papers.ticket).then().statusCode(204);

        papers.settle(0);
    }

    @Test
    void bytesThatAreMissingAreNotFound() throws IOException {
        String id = papers.attach("lost.txt", bytes("x"));
        Files.delete(papers.files().get(0));

        papers.request().get(papers.path(id)).then().statusCode(404).body("message", is("Document not found"));
    }

    @Test
    void whatIsNotThereIsToldAlike() {
        String document = papers.attach("x", bytes("x"));
        String unknown = "/api/v1/tickets/" + Ids.next() + "/documents";
        String elsewhere = "/api/v1/tickets/" + papers.desk.ticket() + "/documents/" + document;

        papers.request().get(unknown).then().statusCode(404).body("message", is("ticket not found"));
        papers.request()
                .multiPart("file", "x", bytes("x"))
                .post(unknown)
                .then()
                .statusCode(404)
                .body("message", is("ticket not found"));
        papers.request().get(elsewhere).then().statusCode(404).body("message", is("Document not found"));
        papers.request().delete(elsewhere).then().statusCode(404);
        papers.request().get(papers.path("1")).then().statusCode(400).body("message", is("Invalid document ID format"));
        papers.request().delete(papers.path("1")).then().statusCode(400);
        papers.request().get("/api/v1/tickets/1/documents").then().statusCode(400);
        papers.request()
                .multiPart("file", "x", bytes("x"))
                .post("/api/v1/tickets/1/documents")
                .then()
                .statusCode(400);
        papers.settle(1);
    }

    @Test
    void aRepeatedKeyAttachesOneFile() {
        String key = Ids.next().toString();
        String first = withKey(key, "once").statusCode(201).extract().asString();

        assertEquals(first, withKey(key, "once").statusCode(201).extract().asString());
        withKey(key, "else").statusCode(422);

        papers.settle(1);
        withKey("a b", "x").statusCode(400);
        papers.settle(1);
    }

    @Test
    void theTypeIsWrittenAsItWasSentAndNothingRunsFromIt() {
        String id = papers.send("page.html", bytes("<script>"), "text/html")
                .extract()
                .path("data.document_id");

        papers.request()
                .get(papers.path(id))
                .then()
                .header("Content-Type", matchesPattern("text/html(;.*)?"))
                .header("Content-Disposition", matchesPattern("attachment; .*"))
                .header("X-Content-Type-Options", "nosniff");
        assertTrue(papers.files().get(0).getFileName().toString().matches("[0-9a-f-]{36}"));
    }

    private ValidatableResponse withKey(String key, String text) {
        return papers.request()
                .header("Idempotency-Key", key)
                .multiPart("file", "k.txt", bytes(text), "text/plain")
                .post(papers.path())
                .then();
    }

    private ValidatableResponse list() {
        return papers.request().get(papers.path()).then().statusCode(200);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.deskgraph.tickets.document;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that no browser sends. The limit is 3 MiB in tests. */
@QuarkusTest
class HostileUploadTest {

    private static final int LIMIT = 3 * 1024 * 1024;
    private static final String FORM = "multipart/form-data; boundary=B";

    private Papers papers;

    @BeforeEach
    void open() {
        papers = new Papers();
    }

    @Test
    void aFileOfTheLimitPassesAndOneByteMoreDoesNot() {
        papers.send("full", new byte[LIMIT], "a/b").statusCode(201).body("data.file_size", is(LIMIT));

        papers.send("over", new byte[LIMIT + 1], "a/b")
                .statusCode(413)
                .body("error.code", is("PAYLOAD_TOO_LARGE"))
                .body("message", startsWith("File size exceeds limit"));
        papers.settle(1);
    }

    @Test
    void anAnnouncedFileThatIsTooLargeIsRefusedBeforeItIsSent() {
        for (String length : new String[] {"4000000", "600000000", "99999999999"}) {
            String answer = RawHttp.send(papers.head(FORM, "Content-Length: " + length) + "--B\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("PAYLOAD_TOO_LARGE"), answer);
        }
        papers.settle(0);
    }

    @Test
    void aChunkedFileThatGrowsTooLargeIsCutOff() {
        String part = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
                + "x".repeat(LIMIT + 100_000);
        String chunk = Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";

        String answer =
                RawHttp.send(papers.head(FORM, "Transfer-Encoding: chunked") + chunk + "5\r\nzzzzz\r\n0\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        papers.settle(0);
    }

    @Test
    void aChunkedFormPasses() {
        String form = form("name=\"file\"; filename=\"x\"", "hello").replace("\n", "\r\n");
        String chunks = "3\r\n" + form.substring(0, 3) + "\r\n" + Integer.toHexString(form.length() - 3) + "\r\n"
                + form.substring(3) + "\r\n0\r\n\r\n";

        String answer = RawHttp.send(papers.head(FORM, "Transfer-Encoding: chunked") + chunks);

        assertTrue(answer.startsWith("HTTP/1.1 201"), answer);
        papers.settle(1);
    }

    @Test
    void aFormWithoutTheFileIsRefused() {
        papers.request()
                .multiPart("other", "x", "x".getBytes(StandardCharsets.UTF_8))
                .post(papers.path())
                .then()
                .statusCode(400)
                .body("message", is("Validation failed"))
                .body("error.details[0].path[0]", is("file"));
        refused(FORM, form("name=\"file\"", "a field, no file"), "A file is required");
        refused(FORM, form("name=\"file\"; filename=\"\"", ""), "A file is required");
        refused(FORM, "--B--\n", "A file is required");
        papers.settle(0);
    }

    @Test
    void twoFilesAreRefused() {
        papers.request()
                .multiPart("file", "one", new byte[10])
                .multiPart("file", "two", new byte[10])
                .post(papers.path())
                .then()
                .statusCode(400)
                .body("error.details[0].message", is("Exactly one file is expected"));
        papers.settle(0);
    }

    @Test
    void otherPartsAreIgnored() {
        papers.request()
                .multiPart("title", "text")
                .multiPart("picture", "p", new byte[100_000])
                .multiPart("file", "one", new byte[10])
                .multiPart("last", "z")
                .post(papers.path())
                .then()
                .statusCode(201)
                .body("data.file_size", is(10));
        papers.settle(1);
    }

    @Test
    void whatIsNoFormIsNotTaken() {
        papers.request()
                .contentType("application/json")
                .body("{}")
                .post(papers.path())
                .then()
                .statusCode(415);
        papers.request()
                .contentType("text/plain")
                .body("x")
                .post(papers.path())
                .then()
                .statusCode(415);
        String mixed = papers.raw("multipart/mixed; boundary=B", "--B--\n");
        assertTrue(mixed.startsWith("HTTP/1.1 415"), mixed);
        assertTrue(RawHttp.send("POST " + papers.path() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: " + papers.desk.token("ticket:update", "ticket:read")
                        + "\r\nContent-Length: 2\r\n\r\n{}")
                .startsWith("HTTP/1.1 415"));
        papers.settle(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=other"
            })
    void aFormWhoseBoundaryIsWrongIsMalformed(String type) {
        refused(type, form("name=\"file\"; filename=\"x\"", "hello"), "Malformed multipart body");
        papers.settle(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--B",
                "--B\n",
                "--B\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\n",
                "--B\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\n\nhalf a fi",
                "--B\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\n\nhalf a file\n--B",
                "--B\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\n\na file\n--B\nmore"
            })
    void aFormThatIsCutOffLeavesNothing(String form) {
        String answer = papers.raw(FORM, form);

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        papers.settle(0);
    }

    @Test
    void aSenderWhoGoesAwayLeavesNothing() throws IOException {
        String half = papers.head(FORM, "Content-Length: 1000000")
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n" + "x".repeat(200_000);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(half.getBytes(StandardCharsets.ISO_8859_1));
            Eventually.until("some of the file is there", () -> papers.files().size() == 1);
        }

        papers.settle(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd|passwd",
                "..\\\\..\\\\windows\\\\win.ini|win.ini",
                "/etc/shadow|shadow",
                "..|file",
                ".|file",
                "dir/|file",
                " spaces .txt |spaces .txt",
                "a\u0000b.txt|ab.txt"
            })
    void aNameIsNoPath(String names) {
        String[] pair = names.split("\\|");

        String answer = papers.raw(FORM, form("name=\"file\"; filename=\"" + pair[0] + "\"", "x"));

        assertTrue(
                answer.startsWith("HTTP/1.1 400") || answer.contains("\"document_name\":\"" + pair[1] + "\""), answer);
        assertTrue(answer.startsWith("HTTP/1.1 400") == pair[0].contains("\u0000") || answer.contains(" 201 "), answer);
        papers.files()
                .forEach(file -> assertTrue(file.getFileName().toString().matches("[0-9a-f-]{36}"), file.toString()));
    }

    @Test
    void aNameCannotBreakOutOfItsHeader() {
        String answer = papers.raw(
                FORM,
                form("name=\"file\"; filename*=UTF-8''a%22%0D%0AX-Evil%3A%20y%E2%80%AE%E2%82%AC%3B%25.txt", "hello"));

        assertTrue(answer.contains("\"document_name\":\"aX-Evil  y\u20ac %.txt\""), answer);
        papers.request()
                .get(papers.path(answer.replaceFirst("(?s).*\"document_id\":\"([^\"]+)\".*", "$1")))
                .then()
                .statusCode(200)
                .header("X-Evil", nullValue())
                .header(
                        "Content-Disposition",
                        is("attachment; filename=\"aX-Evil%20%20y%E2%82%AC%20%25.txt\";"
                                + " filename*=UTF-8''aX-Evil%20%20y%E2%82%AC%20%25.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "text/plain\u00e9", "a/b/c", "text/ html", "*"})
    void aTypeThatIsNoneCountsAsUnknown(String type) {
        String answer = papers.raw(
                FORM,
                "--B\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\nContent-Type: " + type
                        + "\n\nx\n--B--\n");

        assertTrue(answer.contains("\"mime_type\":\"application/octet-stream\""), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"video/mp4", "application/pdf", "Application/JSON; charset=utf-8", "texts/plain", "a/bc"})
    void aTypeThatIsNotTakenIsRefused(String type) {
        papers.send("x", new byte[10], type)
                .statusCode(400)
                .body("error.details[0].path[0]", is("file"))
                .body("error.details[0].message", startsWith("File type not allowed"));
        papers.settle(0);
    }

    private void refused(String type, String form, String message) {
        String answer = papers.raw(type, form);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains(message), answer);
    }

    private static String form(String disposition, String content) {
        return "--B\nContent-Disposition: form-data; " + disposition + "\nContent-Type: text/plain\n\n" + content
                + "\n--B--\n";
    }
}

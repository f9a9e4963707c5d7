package io.deskgraph.tickets.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the words that come with a file. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "a.txt,a.txt",
        "../../etc/passwd,passwd",
        "C:\\temp\\a.txt,a.txt",
        "..,file",
        "dir/..,file",
        "a\u202Egpj.exe,agpj.exe",
        "'a\r\nb.txt',ab.txt",
        "'a\u0000b',ab",
        "äöü €.pdf,äöü €.pdf"
    })
    void aNameIsShownAndNoPath(String sent, String shown) {
        assertEquals(shown, FileName.of(sent).text());
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String name = FileName.of("x".repeat(400) + ".tar.gz").text();

        assertEquals(255, name.length());
        assertTrue(name.endsWith(".gz"));
        String emoji = FileName.of("\uD83D\uDE00".repeat(200) + ".a").text();
        assertTrue(emoji.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF));
    }

    @Test
    void aHeaderHoldsNothingButTokens() {
        assertEquals(
                "attachment; filename=\"a%22%3B%20b*c.txt\"; filename*=UTF-8''a%22%3B%20b%2Ac.txt",
                new FileName("a\"; b*c.txt").attachment());
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,text/plain",
        "TEXT/HTML; charset=x,text/html",
        "application/vnd.a+json,application/vnd.a+json",
        "text,application/octet-stream",
        "'text/pl ain',application/octet-stream",
        "'text/plain\r\nX: y',application/octet-stream",
        ",application/octet-stream"
    })
    void aTypeIsATypeOrUnknown(String sent, String type) {
        assertEquals(type, MimeTypes.of(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--B--", "--B--\r\n", "x\r\n--B--\r\nepilogue"})
    void aClosingBoundaryIsSeenWhereverTheChunksEnd(String form) {
        for (int cut = 0; cut <= form.length(); cut++) {
            ClosingBoundary boundary = ClosingBoundary.of("multipart/form-data; boundary=\"B\"");
            boundary.pass(Buffer.buffer(new byte[5_000]));
            boundary.pass(Buffer.buffer(form.substring(0, cut)));
            boundary.pass(Buffer.buffer(form.substring(cut)));
            assertTrue(boundary.isPassed(), "cut at " + cut);
        }
    }

    @Test
    void anOpenFormIsNotClosed() {
        ClosingBoundary boundary = ClosingBoundary.of("multipart/form-data;boundary=B");
        boundary.pass(Buffer.buffer("--B\r\nfile\r\n--B-"));

        assertEquals(false, boundary.isPassed());
    }
}

package io.deskgraph.assets.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    @Test
    void lineEndsMayBeMixedAndEmptyLinesCount() throws IOException {
        CsvReader reader = reader("a,b\r\n\r\n\n1,\"x\r\ny\"\r2,z\n\"q\"\"q\",");

        assertEquals(new CsvRecord(1, List.of("a", "b"), null), reader.next());
        assertEquals(new CsvRecord(4, List.of("1", "x\r\ny"), null), reader.next());
        assertEquals(new CsvRecord(6, List.of("2", "z"), null), reader.next());
        assertEquals(new CsvRecord(7, List.of("q\"q", ""), null), reader.next());
        assertNull(reader.next());
    }

    @Test
    void aQuoteInsideAPlainCellIsItself() throws IOException {
        assertEquals(List.of("15\" screen", "b"), reader("15\" screen,b").next().cells());
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldAtItsLine() throws IOException {
        CsvReader reader = reader("a\nb,\"c\nd\ne");

        assertEquals(List.of("a"), reader.next().cells());
        assertEquals(new CsvRecord(2, List.of(), "A quoted cell is never closed"), reader.next());
        assertNull(reader.next());
    }

    @Test
    void whatFollowsABadRecordIsReadAllTheSame() throws IOException {
        CsvReader reader = reader("\"a\"b,c\n\0,d\ne,f");

        assertEquals("Text follows the closing quote of a cell", reader.next().problem());
        assertEquals("Contains a NUL character", reader.next().problem());
        assertEquals(List.of("e", "f"), reader.next().cells());
    }

    @Test
    void bytesThatAreNoTextAreToldAndNothingElseIsLost() throws IOException {
        byte[] bytes = "M\u00fcller\n\ud800\udfffok".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "M\u00fcller\nok".getBytes(StandardCharsets.ISO_8859_1);

        CsvReader good = new CsvReader(StrictReader.of(new ByteArrayInputStream(bytes)));
        CsvReader bad = new CsvReader(StrictReader.of(new ByteArrayInputStream(latin)));

        assertEquals(List.of("M\u00fcller"), good.next().cells());
        assertEquals(List.of("\ud800\udfffok"), good.next().cells());
        assertEquals(
                "Contains bytes that are not text in the file's encoding",
                bad.next().problem());
        assertEquals(List.of("ok"), bad.next().cells());
    }

    @Test
    void aCellOfAHundredMillionCharactersTakesNoMemory() throws IOException {
        CsvReader reader = new CsvReader(new Endless(100_000_000));
        long before = used();

        CsvRecord record = reader.next();

        assertEquals("Is longer than " + CsvReader.MAX_RECORD + " characters", record.problem());
        assertEquals(List.of(), record.cells());
        long grown = used() - before;
        assertEquals(true, grown < 20_000_000, () -> "grown by " + grown);
    }

    @Test
    void aMillionColumnsAreTold() throws IOException {
        CsvReader reader = reader(",".repeat(1_000_000) + "\nok");

        assertEquals("Has more than 1000 cells", reader.next().problem());
        assertEquals(List.of("ok"), reader.next().cells());
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static CsvReader reader(String text) {
        return new CsvReader(new StringReader(text));
    }

    /** One cell. */
    private static final class Endless extends Reader {

        private long left;

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(buffer, offset, offset + count, 'x');
            left -= count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {}
    }
}

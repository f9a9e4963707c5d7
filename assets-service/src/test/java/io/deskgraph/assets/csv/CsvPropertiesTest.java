package io.deskgraph.assets.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

class CsvPropertiesTest {

    @Provide
    Arbitrary<String> cell() {
        return Arbitraries.strings()
                .withChars('a', ',', '"', '\n', '\r', ' ', '\'', '=', '+', '-', '@', '\t', ';', '\\', 'ü', '€')
                .ofMaxLength(8);
    }

    @Provide
    Arbitrary<List<List<String>>> table() {
        return cell().list().ofMinSize(2).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.strings().withChars("a,\"\n\r\0\uD800\uDFFF").ofMaxLength(40);
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("table") List<List<String>> table) throws IOException {
        CsvLine written = new CsvLine(false);
        for (List<String> row : table) {
            row.forEach(written::cell);
            written.end();
        }

        assertEquals(table, cells(read(written.toString())));
    }

    @Property
    void anothersFilesAreReadAsTheirWriterReadsThem(@ForAll("table") List<List<String>> table) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (List<String> row : table) {
                printer.printRecord(row);
            }
        }

        assertEquals(table, cells(read(text.toString())));
    }

    @Property
    void anotherReaderReadsWhatIsWritten(@ForAll("table") List<List<String>> table) throws IOException {
        CsvLine written = new CsvLine(false);
        for (List<String> row : table) {
            row.forEach(written::cell);
            written.end();
        }

        try (CSVParser parser = CSVParser.parse(written.toString(), CSVFormat.RFC4180)) {
            List<List<String>> found =
                    parser.getRecords().stream().map(record -> record.toList()).toList();
            assertEquals(table, found);
        }
    }

    @Property
    void aRecordKnowsItsPhysicalLine(@ForAll("table") List<List<String>> table) throws IOException {
        CsvLine written = new CsvLine(false);
        List<Long> lines = new ArrayList<>();
        for (List<String> row : table) {
            lines.add(1 + lines(written.toString()));
            row.forEach(written::cell);
            written.end();
        }

        assertEquals(
                lines, read(written.toString()).stream().map(CsvRecord::line).toList());
    }

    @Property(tries = 5_000)
    void noTextMakesTheReaderFail(@ForAll("anyText") String text) throws IOException {
        long last = 0;
        for (CsvRecord record : read(text)) {
            assertTrue(record.line() > last);
            last = record.line();
        }
    }

    @Property(tries = 2_000)
    void noBytesMakeTheReaderFail(@ForAll byte[] bytes) throws IOException {
        CsvReader reader = new CsvReader(StrictReader.of(new ByteArrayInputStream(bytes)));
        int records = 0;
        while (reader.next() != null) {
            records++;
        }
        assertTrue(records <= bytes.length);
    }

    @Property
    void textComesOutAsItWentIn(@ForAll("cell") String text) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = ("\uFEFF" + text).getBytes(charset);
            StringBuilder decoded = new StringBuilder();
            StrictReader reader = StrictReader.of(new ByteArrayInputStream(bytes));
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                decoded.append((char) c);
            }
            assertEquals(text, decoded.toString());
        }
    }

    @Property
    void theGuardComesOffAsItWentOn(@ForAll("cell") String cell) {
        assertEquals(cell, FormulaGuard.strip(FormulaGuard.guard(cell)));
    }

    @Property
    void nothingGuardedStartsLikeAFormula(@ForAll("cell") String cell) {
        String guarded = FormulaGuard.guard(cell);

        assertTrue(guarded.isEmpty() || "=+-@\t\r".indexOf(guarded.charAt(0)) < 0);
    }

    @Property
    void everyListOfTagsComesBack(@ForAll("tags") List<String> tags) {
        assertEquals(tags, TagList.read(TagList.write(tags)));
    }

    @Provide
    Arbitrary<List<String>> tags() {
        return cell().filter(tag -> !tag.isBlank()).list().ofMaxSize(4);
    }

    private static List<CsvRecord> read(String text) throws IOException {
        CsvReader reader = new CsvReader(new StringReader(text));
        List<CsvRecord> records = new ArrayList<>();
        for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
            records.add(record);
        }
        return records;
    }

    private static List<List<String>> cells(List<CsvRecord> records) {
        return records.stream().map(CsvRecord::cells).toList();
    }

    private static long lines(String text) {
        return text.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }
}

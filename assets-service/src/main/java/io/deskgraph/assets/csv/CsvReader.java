package io.deskgraph.assets.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads records. LF, CRLF and CR end one, in any mixture; a quote counts only at the start of a cell and is itself where
 * it stands elsewhere. What is wrong with a record is told with it, and reading goes on behind it: no text makes it fail,
 * and none makes it hold more than one record of bounded length.
 */
public final class CsvReader {

    public static final int MAX_RECORD = 1 << 18;
    public static final int MAX_CELLS = 1_000;

    private static final int END = -1;

    private final Reader in;
    private final char[] buffer = new char[1 << 13];
    private int position;
    private int filled;
    private long line = 1;

    private final StringBuilder cell = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private int length;
    private char last;
    private @Nullable String problem;

    public CsvReader(Reader in) {
        this.in = in;
    }

    /** The next record that is not an empty line; null at the end. */
    public @Nullable CsvRecord next() throws IOException {
        while (peek() != END) {
            CsvRecord record = record();
            if (!isEmptyLine(record)) {
                return record;
            }
        }
        return null;
    }

    private static boolean isEmptyLine(CsvRecord record) {
        return record.problem() == null
                && record.cells().size() == 1
                && record.cells().get(0).isEmpty();
    }

    private CsvRecord record() throws IOException {
        long start = line;
        cells.clear();
        length = 0;
        last = 0;
        problem = null;
        boolean more = true;
        while (more) {
            more = cell();
        }
        return new CsvRecord(start, problem == null ? cells : List.of(), problem);
    }

    /** Whether another cell of the record follows. */
    private boolean cell() throws IOException {
        cell.setLength(0);
        if (peek() == '"') {
            take();
            quoted();
        }
        int c = take();
        while (c != ',' && c != END && c != '\n' && c != '\r') {
            keep((char) c);
            c = take();
        }
        if (c == '\r' && peek() == '\n') {
            take();
        }
        endCell();
        return c == ',';
    }

    /** Up to the closing quote; text between that and the next comma belongs nowhere. */
    private void quoted() throws IOException {
        while (true) {
            int c = take();
            if (c == END) {
                note("A quoted cell is never closed");
                return;
            }
            if (c == '"' && peek() != '"') {
                break;
            }
            if (c == '"') {
                take();
            }
            keep((char) c);
        }
        int next = peek();
        if (next != ',' && next != '\n' && next != '\r' && next != END) {
            note("Text follows the closing quote of a cell");
        }
    }

    private void keep(char c) {
        length++;
        if (c == 0) {
            note("Contains a NUL character");
        } else if (c == StrictReader.MALFORMED && !Character.isHighSurrogate(last)) {
            note("Contains bytes that are not text in the file's encoding");
        } else if (length > MAX_RECORD) {
            note("Is longer than " + MAX_RECORD + " characters");
        }
        last = c;
        if (problem == null) {
            cell.append(c);
        }
    }

    private void endCell() {
        last = 0;
        if (cells.size() >= MAX_CELLS) {
            note("Has more than " + MAX_CELLS + " cells");
        }
        if (problem == null) {
            cells.add(cell.toString());
        }
    }

    private void note(String text) {
        if (problem == null) {
            problem = text;
        }
    }

    private int take() throws IOException {
        int c = peek();
        if (c == END) {
            return END;
        }
        position++;
        if (c == '\n' || c == '\r' && peek() != '\n') {
            line++;
        }
        return c;
    }

    private int peek() throws IOException {
        if (position == filled) {
            filled = Math.max(in.read(buffer, 0, buffer.length), 0);
            position = 0;
            if (filled == 0) {
                return END;
            }
        }
        return buffer[position];
    }
}

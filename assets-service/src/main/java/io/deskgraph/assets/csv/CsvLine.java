package io.deskgraph.assets.csv;

import org.jspecify.annotations.Nullable;

/** Writes records, cell by cell, into one text. */
public final class CsvLine {

    private final StringBuilder text = new StringBuilder();
    private final boolean guarded;
    private boolean begun;

    /** @param guarded whether spreadsheets are kept from running cells */
    public CsvLine(boolean guarded) {
        this.guarded = guarded;
    }

    public CsvLine cell(@Nullable Object value) {
        if (begun) {
            text.append(',');
        }
        begun = true;
        append(value == null ? "" : value.toString());
        return this;
    }

    public CsvLine end() {
        text.append("\r\n");
        begun = false;
        return this;
    }

    public int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void append(String value) {
        String cell = guarded ? FormulaGuard.guard(value) : value;
        if (needsQuotes(cell)) {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            text.append(cell);
        }
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}

package io.deskgraph.assets.csv;

/**
 * Keeps spreadsheets from running what is data. A cell that starts like a formula gets an apostrophe in front, and so does
 * one that starts with apostrophes and would look guarded already; so taking one off again always gives back the cell.
 */
public final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r";

    private FormulaGuard() {}

    public static String guard(String cell) {
        return isFormula(cell, apostrophes(cell)) ? "'" + cell : cell;
    }

    public static String strip(String cell) {
        int quotes = apostrophes(cell);
        return quotes > 0 && isFormula(cell, quotes) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell, int from) {
        return from < cell.length() && STARTS.indexOf(cell.charAt(from)) >= 0;
    }

    private static int apostrophes(String cell) {
        int count = 0;
        while (count < cell.length() && cell.charAt(count) == '\'') {
            count++;
        }
        return count;
    }
}

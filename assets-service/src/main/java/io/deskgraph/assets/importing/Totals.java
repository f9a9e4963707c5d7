package io.deskgraph.assets.importing;

/**
 * How far an import has come.
 *
 * @param records read so far, good and bad
 * @param refused rows that met the asset limit
 * @param listed errors that are kept
 * @param omitted errors beyond those
 */
record Totals(long records, long created, long updated, long unchanged, long refused, long listed, long omitted) {

    /** Errors that a report lists; what lies beyond is counted. */
    static final int MOST_ERRORS = 100_000;

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);

    Totals plus(BatchResult batch) {
        long kept = Math.min(batch.errors().size(), MOST_ERRORS - listed);
        return new Totals(
                records + batch.records(),
                created + batch.created(),
                updated + batch.updated(),
                unchanged + batch.unchanged(),
                refused + batch.refused(),
                listed + kept,
                omitted + batch.errors().size() - kept);
    }

    /** Whether the asset limit let nothing at all through. */
    boolean isAllRefused() {
        return refused > 0 && created + updated + unchanged == 0;
    }
}

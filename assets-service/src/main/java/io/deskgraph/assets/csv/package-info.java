/**
 * Comma-separated text, RFC 4180: read record by record in bounded memory whatever the file holds, written cell by cell.
 * A cell that a spreadsheet would run is guarded on the way out, and the guard is taken off again on the way in.
 */
@NullMarked
package io.deskgraph.assets.csv;

import org.jspecify.annotations.NullMarked;

/** Statuses. A status of tickets belongs to exactly one board, on which its name and its place are unique; each board has at most one default. */
@NullMarked
package io.deskgraph.tickets.status;

import org.jspecify.annotations.NullMarked;

/**
 * Time that people spent on tickets. Everybody keeps their own entries; seeing others' takes {@code timesheet:read_all},
 * changing them {@code timeentry:delete}, and an approved entry is changed by nobody. Each entry written is one version of
 * its ticket and one event.
 */
@NullMarked
package io.deskgraph.tickets.timeentry;

import org.jspecify.annotations.NullMarked;

/** Priorities, of tickets and of project tasks; a name is unique among those of its kind. */
@NullMarked
package io.deskgraph.tickets.priority;

import org.jspecify.annotations.NullMarked;

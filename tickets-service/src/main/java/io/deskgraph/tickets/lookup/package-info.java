/**
 * What all look-ups (boards, statuses, priorities, clients, …) share: columns that each row has, how one is created and
 * read, and the event that tells of it. A look-up has a version like any aggregate.
 */
@NullMarked
package io.deskgraph.tickets.lookup;

import org.jspecify.annotations.NullMarked;

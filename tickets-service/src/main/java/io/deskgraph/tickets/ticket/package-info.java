/**
 * Tickets. A ticket's status belongs to its board, its location to its client, its subcategory to its category, and it is
 * closed exactly when its status is one that closes; foreign keys and checks hold all of that whatever the code does.
 * Numbers have no gaps. One change of a ticket is one version, one event and at most one row of its history.
 */
@NullMarked
package io.deskgraph.tickets.ticket;

import org.jspecify.annotations.NullMarked;

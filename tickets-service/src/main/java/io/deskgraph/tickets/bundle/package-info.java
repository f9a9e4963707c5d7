/**
 * Bundles: a master ticket and its children, one level deep. Who is whose child is the tickets' own {@code
 * master_ticket_id}; a bundle is a row of settings that exists exactly while its master has children, which foreign keys
 * and the lock on the master's row hold. Locks are taken from the top, the master before its children, and tickets of one
 * level by id.
 */
@NullMarked
package io.deskgraph.tickets.bundle;

import org.jspecify.annotations.NullMarked;

/**
 * What a new tenant starts with: a board with statuses, and priorities. They are made once, in the transaction that takes
 * note of the tenant's creation, and only where the tenant has none of its own yet.
 */
@NullMarked
package io.deskgraph.tickets.defaults;

import org.jspecify.annotations.NullMarked;

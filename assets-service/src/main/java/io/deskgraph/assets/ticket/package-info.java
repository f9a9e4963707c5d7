/**
 * Copies of tickets and of their links to assets, enough to count the open tickets of an asset. Tickets and links come on
 * different topics, so either may be known before the other; the count is taken when it is read and needs no order.
 */
@NullMarked
package io.deskgraph.assets.ticket;

import org.jspecify.annotations.NullMarked;

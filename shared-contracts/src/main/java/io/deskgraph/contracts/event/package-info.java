/**
 * The value of every event: {@code after} is the aggregate's full state, null once it is gone, and {@code changed} the
 * members that differ. On the wire every record of these contracts is snake_case: component {@code ticketId} is member
 * {@code ticket_id}, through the SNAKE_CASE strategy of the JSON library, which also drops a leading underscore. Nulls
 * are written, instants are ISO-8601 UTC with milliseconds.
 */
@NullMarked
package io.deskgraph.contracts.event;

import org.jspecify.annotations.NullMarked;

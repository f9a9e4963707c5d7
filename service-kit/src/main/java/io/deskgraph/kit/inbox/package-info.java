/**
 * Events of other services, applied once in effect. The handlers' work and the version they have now seen are committed
 * together; an event that is not newer than that version is skipped, so repeats and stragglers have no effect. An event
 * that cannot be applied goes to the topic's dead letters after a number of tries; a database that is away only delays.
 */
@NullMarked
package io.deskgraph.kit.inbox;

import org.jspecify.annotations.NullMarked;

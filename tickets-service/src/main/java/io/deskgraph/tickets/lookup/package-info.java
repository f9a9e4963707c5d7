/** What the look-ups of this service (boards, statuses, priorities, clients, …) share: their topic, envelope and small rules. */
@NullMarked
package io.deskgraph.tickets.lookup;

import org.jspecify.annotations.NullMarked;

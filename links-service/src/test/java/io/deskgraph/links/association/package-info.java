/** Ticket-asset links over HTTP, with real PostgreSQL and Kafka. */
package io.deskgraph.links.association;

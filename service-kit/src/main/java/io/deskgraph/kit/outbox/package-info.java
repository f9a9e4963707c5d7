/**
 * Events leave through a table. {@link io.deskgraph.kit.outbox.Outbox} writes an event in the transaction of the change
 * it tells of; {@link io.deskgraph.kit.outbox.Relay} sends committed rows to Kafka, one relay at a time for a service,
 * in the order in which changes to an aggregate were committed. Nothing else publishes.
 */
@NullMarked
package io.deskgraph.kit.outbox;

import org.jspecify.annotations.NullMarked;

/** Reads the public event topics as any subscriber would: without a consumer group, so that nothing is remembered. */
@NullMarked
package io.deskgraph.standalone.events;

import org.jspecify.annotations.NullMarked;

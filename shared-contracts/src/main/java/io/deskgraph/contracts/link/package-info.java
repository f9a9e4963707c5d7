/**
 * States of ticket-asset links and of asset-to-asset links. The end of a link names both of its ends, so that a
 * subscriber without a copy can follow; {@code version} equals the event's aggregate version.
 */
@NullMarked
package io.deskgraph.contracts.link;

import org.jspecify.annotations.NullMarked;

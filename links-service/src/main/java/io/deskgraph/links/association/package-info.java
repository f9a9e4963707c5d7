/**
 * Links between tickets and assets: one row, one service, seen from the asset's side and from the ticket's side in each
 * side's own dialect. A pair is linked at most once, whoever asks first, and a link never outlives either of its ends.
 */
@NullMarked
package io.deskgraph.links.association;

import org.jspecify.annotations.NullMarked;

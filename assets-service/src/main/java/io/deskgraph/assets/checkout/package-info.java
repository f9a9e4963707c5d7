/**
 * Who had which asset and when. An asset is out once at a time, whatever races: a partial unique index holds that. Names are
 * kept as they were, and the history goes with its asset.
 */
@NullMarked
package io.deskgraph.assets.checkout;

import org.jspecify.annotations.NullMarked;

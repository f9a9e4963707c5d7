/**
 * What an asset's trouble reaches: the graph of edges walked from one asset, downwards or upwards, nearest first, within
 * bounds and never through an asset that the caller may not see, with the open tickets of everything found.
 */
@NullMarked
package io.deskgraph.links.impact;

import org.jspecify.annotations.NullMarked;

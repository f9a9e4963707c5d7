/**
 * Edges between assets: one graph, whichever API made an edge. Of one ordered pair, type and alias there is one edge;
 * parentChild edges never close a loop, however many are made at once; an edge never outlives either of its assets.
 */
@NullMarked
package io.deskgraph.links.edge;

import org.jspecify.annotations.NullMarked;

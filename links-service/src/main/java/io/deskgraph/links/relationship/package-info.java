/**
 * The relationships API over the graph of edges: any type of edge, assets by id, at most one edge per ordered pair made
 * here. An asset that the caller may not see is as absent as one that never was.
 */
@NullMarked
package io.deskgraph.links.relationship;

import org.jspecify.annotations.NullMarked;

/**
 * The asset-links API over the graph of edges: camelCase, assets named by database and tag, a permission asked of both
 * ends after both are known to exist, and 200 for everything that worked.
 */
@NullMarked
package io.deskgraph.links.assetlink;

import org.jspecify.annotations.NullMarked;

/** Rules of asset-to-asset edges that the database keeps by itself. */
package io.deskgraph.links.edge;

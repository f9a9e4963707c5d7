/** What the tests of this service share: peers that answer like the owners of assets and tickets, and a small desk. */
package io.deskgraph.links.desk;

/** Tests of what the package of this name does, over HTTP and against a real database. */
package io.deskgraph.links.metadata;

/** The parts of the v1 dialect that need no server. */
package io.deskgraph.assets.v1;

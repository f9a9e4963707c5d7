/** Copies under late, repeated and swapped news. */
package io.deskgraph.links.copy;

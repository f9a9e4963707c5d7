/**
 * Whether the caller may do something to an asset. Every look at an end of a link goes through here, so that reading a
 * link, counting it and changing it are decided the same way.
 */
@NullMarked
package io.deskgraph.links.access;

import org.jspecify.annotations.NullMarked;

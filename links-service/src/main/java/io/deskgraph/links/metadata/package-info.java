/**
 * Metadata of asset links: keys with typed values. Values are text that fits its type; a write counts as a change of the
 * link, so that its version and entity tag tell whether somebody else was there.
 */
@NullMarked
package io.deskgraph.links.metadata;

import org.jspecify.annotations.NullMarked;

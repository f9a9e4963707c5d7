/** Where assets are. */
@NullMarked
package io.deskgraph.assets.location;

import org.jspecify.annotations.NullMarked;

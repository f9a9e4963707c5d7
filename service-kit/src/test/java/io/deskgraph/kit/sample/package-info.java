/** A small application over the kit's HTTP side, for the kit's own tests. */
@NullMarked
package io.deskgraph.kit.sample;

import org.jspecify.annotations.NullMarked;

/** The launcher as its users see it, and the whole suite end to end. */
@NullMarked
package io.deskgraph.standalone;

import org.jspecify.annotations.NullMarked;

/** The bench's parts that need no running suite. */
@NullMarked
package io.deskgraph.standalone.bench;

import org.jspecify.annotations.NullMarked;

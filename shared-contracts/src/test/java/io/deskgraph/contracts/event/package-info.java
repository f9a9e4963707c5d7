/** Tests of what the records do. */
@NullMarked
package io.deskgraph.contracts.event;

import org.jspecify.annotations.NullMarked;

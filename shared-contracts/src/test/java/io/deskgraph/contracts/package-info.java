/** Tests of the catalogues. */
@NullMarked
package io.deskgraph.contracts;

import org.jspecify.annotations.NullMarked;

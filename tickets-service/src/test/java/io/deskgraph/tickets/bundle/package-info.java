/** Tests of bundles. */
@NullMarked
package io.deskgraph.tickets.bundle;

import org.jspecify.annotations.NullMarked;

/** The people who can have an asset. */
@NullMarked
package io.deskgraph.assets.employee;

import org.jspecify.annotations.NullMarked;

/** A copy of the clients that another service owns: the names that answers show. */
@NullMarked
package io.deskgraph.assets.client;

import org.jspecify.annotations.NullMarked;

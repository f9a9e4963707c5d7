/** A plain HTTP client for the public API, as any customer would write it: nothing of the services is used here. */
@NullMarked
package io.deskgraph.standalone.client;

import org.jspecify.annotations.NullMarked;

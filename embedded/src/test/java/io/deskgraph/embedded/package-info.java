/** Starts the real servers and checks what their users rely on: passwords, roles, and data that survives. */
@NullMarked
package io.deskgraph.embedded;

import org.jspecify.annotations.NullMarked;

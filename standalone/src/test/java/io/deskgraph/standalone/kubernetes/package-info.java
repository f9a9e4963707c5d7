/** The Kubernetes manifests against the applications they run: nothing is told twice without a check. */
@NullMarked
package io.deskgraph.standalone.kubernetes;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.deskgraph.kit.policy;

import org.jspecify.annotations.NullMarked;

/** What the gateway says about itself to anybody. */
@NullMarked
package io.deskgraph.gateway.about;

import org.jspecify.annotations.NullMarked;

/** What the gateway says itself instead of forwarding: errors in the one error body, and the headers of every answer. */
@NullMarked
package io.deskgraph.gateway.answer;

import org.jspecify.annotations.NullMarked;

/**
 * What people write, on its way to a browser. Plain text holds no markup; what editors send as JSON becomes HTML. Either way
 * the result has nothing in it that could run, load or look like the page around it.
 */
@NullMarked
package io.deskgraph.tickets.text;

import org.jspecify.annotations.NullMarked;

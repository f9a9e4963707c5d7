/** What the event tail shows. */
@NullMarked
package io.deskgraph.standalone.events;

import org.jspecify.annotations.NullMarked;

/**
 * Copies of what other services own, as far as tickets need it: users for names and for checking an assignee, assets and
 * links to them. Written by consumers alone; a copy may lag behind its owner but never goes back in time.
 */
@NullMarked
package io.deskgraph.tickets.copy;

import org.jspecify.annotations.NullMarked;

/** Boards. A board has statuses and says where its tickets go by default; a tenant has at most one default board. */
@NullMarked
package io.deskgraph.tickets.board;

import org.jspecify.annotations.NullMarked;

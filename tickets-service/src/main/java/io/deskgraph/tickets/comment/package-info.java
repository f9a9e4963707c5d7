/**
 * Comments on tickets, in threads, and what people feel about them. A reply is as internal as its thread. Only its author
 * changes a comment, nobody changes a copy that the system made; a deleted comment leaves its place as long as others
 * have answered it. Each comment added, changed or deleted is one version of its ticket and one event.
 */
@NullMarked
package io.deskgraph.tickets.comment;

import org.jspecify.annotations.NullMarked;

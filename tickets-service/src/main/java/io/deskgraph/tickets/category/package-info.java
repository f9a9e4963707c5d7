/** Categories of tickets, of one board or of all. A subcategory has a parent on the same board and no subcategories of its own. */
@NullMarked
package io.deskgraph.tickets.category;

import org.jspecify.annotations.NullMarked;

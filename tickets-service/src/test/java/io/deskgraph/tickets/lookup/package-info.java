/** Look-ups over HTTP, and what subscribers hear of them. */
package io.deskgraph.tickets.lookup;

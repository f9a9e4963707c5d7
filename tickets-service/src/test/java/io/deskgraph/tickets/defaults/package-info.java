/** What a new tenant starts with. */
package io.deskgraph.tickets.defaults;

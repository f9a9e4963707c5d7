/** Clients: whom tickets are for. Names are unique in a tenant. */
@NullMarked
package io.deskgraph.tickets.client;

import org.jspecify.annotations.NullMarked;

/** Tests of the service as its callers see it, on a real database and broker; each class works in tenants of its own. */
package io.deskgraph.tickets;

/** Peers of the gateway in its tests: services that answer, a client that can send anything, and the tenants they use. */
package io.deskgraph.gateway.test;

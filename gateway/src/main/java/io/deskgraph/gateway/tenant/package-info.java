/**
 * Tenants as their operator keeps them, and host names as the registry knows them: one spelling per host, so that finding
 * a tenant is one exact comparison. Only the operator's own tenant reaches the others, and each change is made, recorded
 * and announced in the place of the tenant that it is about.
 */
@NullMarked
package io.deskgraph.gateway.tenant;

import org.jspecify.annotations.NullMarked;

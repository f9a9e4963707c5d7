/** Host names as the registry knows them: one spelling per host, so that finding a tenant is one exact comparison. */
@NullMarked
package io.deskgraph.gateway.tenant;

import org.jspecify.annotations.NullMarked;

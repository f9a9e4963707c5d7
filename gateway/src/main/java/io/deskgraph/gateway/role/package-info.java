/**
 * Roles: names for sets of permissions. Both dialects show the same roles. The Admin role is what lets a tenant repair
 * everything else, so nobody changes it; constraints and users follow when another role is renamed or deleted.
 */
@NullMarked
package io.deskgraph.gateway.role;

import org.jspecify.annotations.NullMarked;

/**
 * What this service knows of assets, tickets, bundles and names that others own: learnt from events, or by asking the
 * owner once for an id that is not known yet. A copy never goes back to an older version, and what was deleted never
 * comes back, in whatever order events and answers arrive.
 */
@NullMarked
package io.deskgraph.links.copy;

import org.jspecify.annotations.NullMarked;

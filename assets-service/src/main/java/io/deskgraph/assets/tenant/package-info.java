/** What the operator set for a tenant, as far as this service needs it: the asset limit, names, the address of pages. */
@NullMarked
package io.deskgraph.assets.tenant;

import org.jspecify.annotations.NullMarked;

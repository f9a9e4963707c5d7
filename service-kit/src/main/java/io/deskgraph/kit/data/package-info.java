/**
 * Transactions bound to one tenant. A statement reaches the database only through a {@link io.deskgraph.kit.data.Tx},
 * and a Tx exists only after the transaction-local setting {@code app.tenant} was sent on its connection; row-level
 * security hides every other tenant's rows even from a query that forgot its {@code tenant_id}.
 */
@NullMarked
package io.deskgraph.kit.data;

import org.jspecify.annotations.NullMarked;

/** The {@code /api/assets} dialect: integer ids, bare JSON, whole updates. Views and requests only, no rules. */
@NullMarked
package io.deskgraph.assets.inventory;

import org.jspecify.annotations.NullMarked;

/** The {@code /api/v1/assets} dialect: UUIDs, the success/data/meta envelope, partial updates. Views and requests only. */
@NullMarked
package io.deskgraph.assets.v1;

import org.jspecify.annotations.NullMarked;

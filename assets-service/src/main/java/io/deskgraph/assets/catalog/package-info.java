/**
 * The {@code /database/{databaseId}/assets} dialect: camelCase, assets named by their tag within a database, success always
 * 200. A description is the asset's notes; archived means retired. Views and requests only.
 */
@NullMarked
package io.deskgraph.assets.catalog;

import org.jspecify.annotations.NullMarked;

/** The database dialect over HTTP. */
package io.deskgraph.assets.catalog;

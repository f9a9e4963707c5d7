/** A copy of the asset-to-asset links that another service owns; written by its events alone, read with an asset. */
@NullMarked
package io.deskgraph.assets.relationship;

import org.jspecify.annotations.NullMarked;

/** What kind of thing an asset is, in the tenant's own words. */
@NullMarked
package io.deskgraph.assets.category;

import org.jspecify.annotations.NullMarked;

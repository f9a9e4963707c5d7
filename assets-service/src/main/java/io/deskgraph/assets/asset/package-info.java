/**
 * The asset itself: its rules, its one table and its events, the same whichever API asks. Numbers and the tenant's limit
 * come from one counter row that each creation and deletion passes; a status never moves to or from deployed here.
 */
@NullMarked
package io.deskgraph.assets.asset;

import org.jspecify.annotations.NullMarked;

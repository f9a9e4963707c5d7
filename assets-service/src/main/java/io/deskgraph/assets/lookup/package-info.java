/**
 * What categories, locations and employees have in common: a name that is unique in the tenant, a number from a counter,
 * and an event for each change.
 */
@NullMarked
package io.deskgraph.assets.lookup;

import org.jspecify.annotations.NullMarked;

/**
 * What categories, locations and employees have in common: a name that is unique in the tenant and a number from a
 * counter, by which this dialect refers to them.
 */
@NullMarked
package io.deskgraph.assets.lookup;

import org.jspecify.annotations.NullMarked;

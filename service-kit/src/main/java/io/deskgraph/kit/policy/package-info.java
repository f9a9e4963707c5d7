/**
 * Object permissions: the constraints of a tenant, kept as a copy that events refresh, and what they say about a caller
 * and an object. Criteria are data and never text to be evaluated; what denies wins; what cannot be decided is denied.
 * A decision reads memory alone, and the same constraints become an SQL condition, so that lists and counts never hold
 * what a read by id would refuse.
 */
@NullMarked
package io.deskgraph.kit.policy;

import org.jspecify.annotations.NullMarked;

/**
 * What watches the suite is held against what there is to see: each expression of a dashboard or an alert names metrics
 * and labels that are documented, and what is documented is what running processes tell.
 */
@NullMarked
package io.deskgraph.standalone.observe;

import org.jspecify.annotations.NullMarked;

/**
 * Who changed which asset, from what to what. A row is written in the change's own transaction, so a change whose row
 * cannot be written fails; the application role can neither alter nor remove one.
 */
@NullMarked
package io.deskgraph.assets.audit;

import org.jspecify.annotations.NullMarked;

/**
 * The state of an asset as events carry it: plain columns in the names of {@code /api/v1}, ids instead of joined names.
 * {@code version} is the row's version and equals the event's aggregate version.
 */
@NullMarked
package io.deskgraph.contracts.asset;

import org.jspecify.annotations.NullMarked;

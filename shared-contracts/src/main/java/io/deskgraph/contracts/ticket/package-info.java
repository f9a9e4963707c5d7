/**
 * States of tickets and bundles as events carry them: plain columns in the API's names, ids instead of joined names.
 * {@code version} is the row's version and equals the event's aggregate version.
 */
@NullMarked
package io.deskgraph.contracts.ticket;

import org.jspecify.annotations.NullMarked;

/**
 * The history of tickets: one row per change that people care about, written in the transaction of the change, never
 * altered and never removed.
 */
@NullMarked
package io.deskgraph.tickets.activity;

import org.jspecify.annotations.NullMarked;

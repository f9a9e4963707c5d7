/**
 * Which rows others are told of, and under which types. By it topics are reconciled with a database that was restored to
 * an earlier moment; a kind of event that is missing here would stay as subscribers know it.
 */
@NullMarked
package io.deskgraph.links.told;

import org.jspecify.annotations.NullMarked;

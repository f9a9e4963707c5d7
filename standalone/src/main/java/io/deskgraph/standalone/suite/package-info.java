/**
 * The suite as processes of one machine: where its files are, which ports it takes, what it keeps secret, and its start
 * and stop. All of it lives below one state directory; whoever holds that directory's lock owns the running suite.
 */
@NullMarked
package io.deskgraph.standalone.suite;

import org.jspecify.annotations.NullMarked;

/**
 * Measures the running suite through its gateway: data from a seed, load by wrk, and beside it in the same run the same
 * statements through pgbench, which is the most this PostgreSQL gives on this machine. Everything here watches from
 * outside; nothing in the services knows of it.
 */
@NullMarked
package io.deskgraph.standalone.bench;

import org.jspecify.annotations.NullMarked;

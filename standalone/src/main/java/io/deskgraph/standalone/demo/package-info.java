/**
 * Demo data and the guided tour, both made with real calls of the public API. The data is the same on every machine
 * because the numbers behind it are seeded; only the ids are new.
 */
@NullMarked
package io.deskgraph.standalone.demo;

import org.jspecify.annotations.NullMarked;

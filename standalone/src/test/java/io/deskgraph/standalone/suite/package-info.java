/** What the launcher keeps on disk and how it picks its ports. */
@NullMarked
package io.deskgraph.standalone.suite;

import org.jspecify.annotations.NullMarked;

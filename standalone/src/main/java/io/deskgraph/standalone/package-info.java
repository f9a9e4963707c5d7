/** The commands of the launcher: each reads its options, does its work with the packages below, and answers an exit code. */
@NullMarked
package io.deskgraph.standalone;

import org.jspecify.annotations.NullMarked;

/** Sheets of labels to print: a code with the tag and the name of the asset below it, 24 to a page. */
@NullMarked
package io.deskgraph.assets.label;

import org.jspecify.annotations.NullMarked;

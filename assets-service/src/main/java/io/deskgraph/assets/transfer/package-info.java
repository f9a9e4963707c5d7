/**
 * The inventory as a file, outward: rows go from a cursor of the database to the client at the client's own pace, so that
 * neither the length of the list nor a slow reader costs memory. A reader that stops is cut off.
 */
@NullMarked
package io.deskgraph.assets.transfer;

import org.jspecify.annotations.NullMarked;

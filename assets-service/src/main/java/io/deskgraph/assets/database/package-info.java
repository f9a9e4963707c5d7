/** Named collections of assets inside a tenant; {@code default} is there for everybody without being asked for. */
@NullMarked
package io.deskgraph.assets.database;

import org.jspecify.annotations.NullMarked;

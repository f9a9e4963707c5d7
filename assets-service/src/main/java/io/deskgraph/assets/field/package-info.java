/**
 * Custom fields: which members the tenant's assets have beside the built-in ones, and of what type. Values are held
 * against the definitions when they are written; a definition that assets have values for keeps its name.
 */
@NullMarked
package io.deskgraph.assets.field;

import org.jspecify.annotations.NullMarked;

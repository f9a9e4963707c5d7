/** Holds schemas, samples, AsyncAPI document and records to each other, and to what was released before. */
@NullMarked
package io.deskgraph.contracts.schema;

import org.jspecify.annotations.NullMarked;

/**
 * The reference of everything that can be set: read from the mappings, the injected properties and the defaults of all
 * processes, so that docs/configuration.md cannot say anything else.
 */
@NullMarked
package io.deskgraph.standalone.configuration;

import org.jspecify.annotations.NullMarked;

/**
 * No engine runs where this is built, so what the compose file, the image and their scripts promise is checked by reading
 * and running them: against the configuration keys, ports and time limits in the sources of the services.
 */
@NullMarked
package io.deskgraph.standalone.compose;

import org.jspecify.annotations.NullMarked;

/** The service as a whole: its walls, its permissions, its events. */
package io.deskgraph.assets;

/** Categories, locations and employees over HTTP. */
package io.deskgraph.assets.field;

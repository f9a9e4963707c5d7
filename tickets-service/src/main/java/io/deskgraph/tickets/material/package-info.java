/**
 * What was used on tickets. A material is a product of the catalogue, its client the ticket's; each is one version of the
 * ticket and one event. Materials are added and read only: they may have been billed.
 */
@NullMarked
package io.deskgraph.tickets.material;

import org.jspecify.annotations.NullMarked;

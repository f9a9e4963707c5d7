/**
 * Documents attached to tickets. Bytes flow from the client to the store and back without ever lying whole in memory, and
 * are named by an id of ours, never by what a client sent. No bytes are without a document for long: see
 * {@link io.deskgraph.tickets.document.UnownedFiles}.
 */
@NullMarked
package io.deskgraph.tickets.document;

import org.jspecify.annotations.NullMarked;

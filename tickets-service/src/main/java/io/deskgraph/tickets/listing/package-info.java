/**
 * Lists: what may be filtered and sorted by is a closed table of each list ({@link io.deskgraph.tickets.listing.ListShape});
 * the statement, the envelope and the links are made here in one way for all. Every order ends in the id, so that pages
 * never overlap, and every statement names its tenant.
 */
@NullMarked
package io.deskgraph.tickets.listing;

import org.jspecify.annotations.NullMarked;

package io.deskgraph.tickets.lookup;

import io.deskgraph.contracts.event.ReferenceState;

/** A look-up as clients see it. */
public interface LookupView {

    /** The same for subscribers. */
    ReferenceState reference(long version);
}

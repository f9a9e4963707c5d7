package io.deskgraph.contracts.ticket;

import io.deskgraph.contracts.event.Change;
import java.util.Map;

/** A ticket and what was used on it. */
public record TicketMaterialAdded(TicketState after, Map<String, Change> changed, MaterialState material) {}

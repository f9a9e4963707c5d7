package io.deskgraph.contracts.ticket;

import io.deskgraph.contracts.event.Change;
import java.util.Map;

/** A ticket and the time entry that was added, corrected or taken back. */
public record TicketTimeChanged(TicketState after, Map<String, Change> changed, TimeEntryState timeEntry) {}

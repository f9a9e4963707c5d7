package io.deskgraph.tickets.timeentry;

import io.deskgraph.tickets.listing.Filter;
import io.deskgraph.tickets.listing.ListShape;
import io.deskgraph.tickets.listing.Scope;
import io.deskgraph.tickets.listing.Sort;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the list of time entries may be narrowed and sorted by. */
final class TimeEntryList {

    private static final List<Filter> FILTERS = List.of(
            Filter.uuid("ticket_id", "e.ticket_id"),
            Filter.uuid("user_id", "e.user_id"),
            Filter.oneOf(
                    "approval_status", "e.approval_status = ?", "DRAFT", "SUBMITTED", "APPROVED", "CHANGES_REQUESTED"),
            Filter.from("start_from", "e.start_time"),
            Filter.to("start_to", "e.start_time"));

    private static final Map<String, Sort> SORTS = Map.of(
            "start_time", Sort.by("e.start_time", "timestamptz"), "created_at", Sort.by("e.created_at", "timestamptz"));

    static final ListShape SHAPE = new ListShape(
            TimeEntryRows.COLUMNS + ", " + TimeEntryRows.NAMES,
            TimeEntryRows.JOINED,
            "e",
            FILTERS,
            SORTS,
            "start_time",
            true);

    private TimeEntryList() {}

    static Scope of(UUID user) {
        return new Scope("e.user_id = ?", user);
    }
}

package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskgraph.kit.http.Pagination;
import io.deskgraph.tickets.listing.Lists;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What answers look like with their envelope, for the description of the API. */
final class TicketDocuments {

    private TicketDocuments() {}

    record Created(TicketView data) {}

    record Changed(
            TicketView data,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, Object> meta) {}

    record Read(TicketDetails data) {}

    record Listed(List<TicketListItem> data, Pagination pagination, Lists.Meta meta) {}

    record Statuses(List<TicketLookupResource.StatusChoice> data) {}

    record Priorities(List<TicketLookupResource.PriorityChoice> data) {}

    record Agents(AgentsView data) {}

    record Tags(List<TagView> data, Pagination pagination, Lists.Meta meta) {}

    record Found(List<TicketListItem> data) {}

    record Stats(TicketStats data) {}
}

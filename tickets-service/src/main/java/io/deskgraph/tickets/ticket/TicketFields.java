package io.deskgraph.tickets.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.http.QueryParams;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Narrow rows of the list, for clients with little room. */
@Singleton
class TicketFields {

    private static final String ALL = "mobile_list";

    private static final Set<String> OFFERED = new LinkedHashSet<>(List.of(
            "ticket_id",
            "ticket_number",
            "title",
            "status_id",
            "status_name",
            "status_is_closed",
            "priority_name",
            "assigned_to_name",
            "client_name",
            "contact_name",
            "updated_at",
            "entered_at",
            "closed_at",
            "tags"));

    /** In every row, asked for or not. */
    private static final Set<String> ALWAYS =
            Set.of("ticket_id", "status_id", "entered_by", "assigned_to", "client_id", "board_id", "assigned_team_id");

    private final ObjectMapper json;

    TicketFields(ObjectMapper json) {
        this.json = json;
    }

    /** The members each row is to have; empty where the client did not say and wants them all. */
    static Set<String> read(QueryParams query) {
        List<String> sent = query.read(reader -> reader.texts("fields"));
        return sent == null
                ? Set.of()
                : members(sent.stream().map(String::strip).toList());
    }

    Object view(TicketListItem ticket, Set<String> members) {
        return members.isEmpty() ? ticket : json.<ObjectNode>valueToTree(ticket).retain(members);
    }

    private static Set<String> members(List<String> sent) {
        List<String> unknown = sent.stream()
                .filter(name -> !name.equals(ALL) && !OFFERED.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            String message = unknown.stream().collect(Collectors.joining(", ", "Unknown fields requested: ", ""));
            throw Problem.invalid(message, List.of(Detail.of("fields", message)));
        }
        Set<String> members = new LinkedHashSet<>(ALWAYS);
        members.addAll(sent.contains(ALL) ? OFFERED : sent);
        return members;
    }
}

package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.QueryReader;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds tickets by words, the best first. What counts as a match and how it ranks is for the database's function. */
@ApplicationScoped
class TicketSearch {

    static final String STATEMENT = "SELECT " + TicketList.COLUMNS
            + " FROM search_tickets($2, $3, $4, $5, $6, $7, $8, $9) f"
            + " JOIN " + TicketList.FROM.replaceFirst("^tickets t", "tickets t ON t.tenant_id = \\$1 AND t.id = f.id")
            + " ORDER BY f.score DESC, t.entered_at DESC, t.id DESC";

    private static final Set<String> FIELDS = Set.of("title", "ticket_number", "client_name", "contact_name");
    private static final List<String> DEFAULT_FIELDS = List.of("title", "ticket_number");
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    private final Transactions transactions;
    private final CurrentRequest current;
    private final TicketRows rows;

    TicketSearch(Transactions transactions, CurrentRequest current, TicketRows rows) {
        this.transactions = transactions;
        this.current = current;
        this.rows = rows;
    }

    /** What is asked for. Lists that are null do not narrow. */
    record Wanted(
            String text,
            List<String> fields,
            @Nullable List<UUID> statuses,
            @Nullable List<UUID> priorities,
            @Nullable List<UUID> clients,
            @Nullable List<UUID> assignees,
            boolean includeClosed,
            int limit) {

        static Wanted read(QueryReader reader) {
            String text = reader.text("query");
            if (text == null || text.isBlank()) {
                reader.reject("query", "Must not be empty");
            }
            List<String> fields = reader.texts("fields");
            if (fields != null && !FIELDS.containsAll(fields)) {
                reader.reject("fields", "Must be of title, ticket_number, client_name, contact_name");
            }
            return new Wanted(
                    text == null ? "" : text.strip(),
                    fields == null || fields.isEmpty() ? DEFAULT_FIELDS : fields,
                    reader.uuids("status_ids"),
                    reader.uuids("priority_ids"),
                    reader.uuids("client_ids"),
                    reader.uuids("assigned_to_ids"),
                    reader.bool("include_closed", false),
                    reader.limit(DEFAULT_LIMIT, MAX_LIMIT));
        }
    }

    Uni<List<TicketListItem>> find(Wanted wanted) {
        return transactions
                .read(
                        STATEMENT,
                        current.tenantId(),
                        wanted.text(),
                        wanted.fields().toArray(String[]::new),
                        ids(wanted.statuses()),
                        ids(wanted.priorities()),
                        ids(wanted.clients()),
                        ids(wanted.assignees()),
                        wanted.includeClosed(),
                        wanted.limit())
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(row -> TicketListItem.of(rows.ticket(row), row))
                        .toList());
    }

    private static UUID @Nullable [] ids(@Nullable List<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }
}

package io.deskgraph.tickets.ticket;

import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps a ticket from being deleted. */
@ApplicationScoped
class Dependants {

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM time_entries e WHERE e.tenant_id = $1 AND e.ticket_id = $2) AS time_entry,
                (SELECT count(*) FROM ticket_materials m
                    WHERE m.tenant_id = $1 AND m.ticket_id = $2) AS ticket_material,
                (SELECT count(*) FROM ticket_asset_link_copies l
                    WHERE l.tenant_id = $1 AND l.ticket_id = $2) AS asset_association""";

    /** One kind of them. */
    record Dependency(String type, long count, String label) {

        static Dependency of(Row counts, String type, String one, String many) {
            long count = counts.getLong(type);
            return new Dependency(type, count, count == 1 ? one : many);
        }

        String text() {
            return count + " " + label;
        }
    }

    /** What the client is told; there is no other way to put a ticket aside than closing it. */
    record Details(String code, List<Dependency> dependencies, List<Object> alternatives) {}

    Uni<Void> requireNone(Tx tx, UUID ticket) {
        return tx.sql(COUNT, tx.tenant(), ticket)
                .map(counts -> found(counts.iterator().next()))
                .invoke(Dependants::refuse)
                .replaceWithVoid();
    }

    private static List<Dependency> found(Row counts) {
        return Stream.of(
                        Dependency.of(counts, "time_entry", "time entry", "time entries"),
                        Dependency.of(counts, "ticket_material", "material", "materials"),
                        Dependency.of(counts, "asset_association", "linked asset", "linked assets"))
                .filter(dependency -> dependency.count() > 0)
                .toList();
    }

    private static void refuse(List<Dependency> dependencies) {
        if (!dependencies.isEmpty()) {
            String text = dependencies.stream().map(Dependency::text).collect(Collectors.joining(", "));
            throw Problem.conflict(
                    "Ticket cannot be deleted while it has " + text,
                    new Details("DEPENDENCIES_EXIST", dependencies, List.of()));
        }
    }
}

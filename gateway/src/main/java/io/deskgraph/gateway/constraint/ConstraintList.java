package io.deskgraph.gateway.constraint;

import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import io.deskgraph.gateway.constraint.Constraint.CriterionView;
import io.deskgraph.gateway.constraint.Constraint.GroupGrant;
import io.deskgraph.gateway.constraint.Constraint.UserGrant;
import io.deskgraph.gateway.link.Fields;
import io.deskgraph.gateway.link.Items;
import io.deskgraph.gateway.link.ItemsQuery;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows constraints, with the names of users in place of their ids. */
@Singleton
class ConstraintList {

    private static final String PAGE = ConstraintTable.SELECT
            + " AND ($2::text IS NULL OR p.identifier COLLATE \"C\" > $2) ORDER BY p.identifier COLLATE \"C\" LIMIT $3";

    private static final String NAMES = "SELECT id, email FROM users WHERE tenant_id = $1 AND id = ANY ($2)";

    private final Transactions transactions;
    private final ConstraintTable table;

    ConstraintList(Transactions transactions, ConstraintTable table) {
        this.transactions = transactions;
        this.table = table;
    }

    Uni<Items<Constraint>> page(ItemsQuery wanted) {
        return transactions
                .run(tx -> tx.sql(PAGE, tx.tenant(), wanted.after(), wanted.limit() + 1L)
                        .map(table::states)
                        .chain(found -> views(tx, found)))
                .map(views -> Items.page(views, wanted.limit(), Constraint::constraintId));
    }

    Uni<Constraint> one(String identifier) {
        Fields.objectName("constraintId", identifier);
        return transactions
                .run(tx -> table.find(tx, identifier)
                        .map(found -> found == null ? List.<PolicyState>of() : List.of(found))
                        .chain(found -> views(tx, found)))
                .map(views -> views.stream().findFirst().orElseThrow(() -> Problem.notFound("Constraint not found")));
    }

    private Uni<List<Constraint>> views(Tx tx, List<PolicyState> policies) {
        UUID[] users = policies.stream()
                .flatMap(policy -> policy.userPermissions().stream())
                .map(to -> to.userId())
                .distinct()
                .toArray(UUID[]::new);
        return tx.sql(NAMES, tx.tenant(), users).map(rows -> {
            Map<UUID, String> names = new HashMap<>();
            for (Row row : rows) {
                names.put(row.getUUID("id"), row.getString("email"));
            }
            return policies.stream().map(policy -> view(policy, names)).toList();
        });
    }

    private static Constraint view(PolicyState policy, Map<UUID, String> names) {
        return new Constraint(
                policy.identifier(),
                policy.name(),
                policy.description(),
                policy.objectType(),
                criteria(policy.criteriaAnd()),
                criteria(policy.criteriaOr()),
                policy.groupPermissions().stream()
                        .map(to -> new GroupGrant(to.groupId(), to.permission(), to.permissionType()))
                        .toList(),
                policy.userPermissions().stream()
                        .map(to -> new UserGrant(
                                names.getOrDefault(to.userId(), to.userId().toString()),
                                to.permission(),
                                to.permissionType()))
                        .toList());
    }

    private static List<CriterionView> criteria(List<PolicyCriterion> criteria) {
        return criteria.stream()
                .map(criterion -> new CriterionView(
                        criterion.field(),
                        criterion.operator(),
                        criterion.values().size() == 1 ? criterion.values().get(0) : criterion.values()))
                .toList();
    }
}

package io.deskgraph.links.desk;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.policy.Policies;
import io.deskgraph.kit.policy.Rights;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes constraints as their events would leave them: the service hears of the row by itself, and is waited for. */
public final class Policy {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UUID tenant;
    private final String role;
    private final List<String> criteria = new ArrayList<>();
    private final List<String> permissions = new ArrayList<>();
    private String objectType = "asset";

    Policy(UUID tenant, String role) {
        this.tenant = tenant;
        this.role = role;
    }

    public Policy on(String type) {
        objectType = type;
        return this;
    }

    public Policy where(String field, String operator, String... values) {
        String list = Stream.of(values).map(value -> "\"" + value + "\"").collect(Collectors.joining(","));
        criteria.add("{\"field\":\"%s\",\"operator\":\"%s\",\"values\":[%s]}".formatted(field, operator, list));
        return this;
    }

    public Policy allow(String... verbs) {
        return permit("allow", verbs);
    }

    public Policy deny(String... verbs) {
        return permit("deny", verbs);
    }

    public void store() {
        UUID id = Ids.next();
        Rights before = rights();
        Database.execute(
                "INSERT INTO policy_copies (tenant_id, id, version, document) VALUES (?, ?, 1, ?::jsonb)",
                tenant,
                id,
                document(id));
        Eventually.until("the constraint is heard of", () -> rights() != before);
    }

    /** Sends the event by which services hear of a constraint, and waits for nothing. */
    public void publish() {
        UUID id = Ids.next();
        String payload = States.event(document(id));
        Events.publish(Topics.IDENTITY, EventTypes.POLICY_CREATED, tenant, id.toString(), 1, payload);
    }

    private String document(UUID id) {
        return """
                {"policy_id":"%s","identifier":"p-%s","name":"n","description":"d","object_type":"%s","criteria_and":[%s],
                 "criteria_or":[],"group_permissions":[%s],"user_permissions":[],
                 "created_at":"2026-01-01T00:00:00.000Z","updated_at":"2026-01-01T00:00:00.000Z","version":1}""".formatted(id, id, objectType, String.join(",", criteria), String.join(",", permissions));
    }

    /** What a caller is held to now: another object once the service has read another constraint. */
    private Rights rights() {
        Caller caller = new Caller(tenant, "desk", Graph.USER, "Tester", "USER", Set.of(), Set.of(role), false);
        return Arc.container().instance(Policies.class).get().of(caller).await().atMost(PATIENCE);
    }

    private Policy permit(String effect, String... verbs) {
        for (String verb : verbs) {
            permissions.add("{\"group_id\":\"%s\",\"permission\":\"%s\",\"permission_type\":\"%s\"}"
                    .formatted(role, verb, effect));
        }
        return this;
    }
}

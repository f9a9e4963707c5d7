package io.deskgraph.kit.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.PolicyState.GroupPermission;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import io.deskgraph.kit.test.Events;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Constraints for a test, and the events by which a service hears of them. */
final class PolicySample {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private PolicySample() {}

    static PolicyState of(
            UUID id, String type, String field, String operator, String value, String role, Verb verb, String effect) {
        return new PolicyState(
                id,
                id.toString(),
                "sample",
                "sample",
                type,
                List.of(new PolicyCriterion(field, operator, List.of(value))),
                List.of(),
                List.of(new GroupPermission(role, verb.name(), effect)),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    static void publish(UUID tenant, PolicyState policy, long version) {
        Events.publish(
                Topics.IDENTITY,
                version == 1 ? EventTypes.POLICY_CREATED : EventTypes.POLICY_UPDATED,
                tenant,
                policy.policyId().toString(),
                version,
                text(EventPayload.created(policy)));
    }

    static void publishDeletion(UUID tenant, UUID id, long version) {
        Events.publish(
                Topics.IDENTITY,
                EventTypes.POLICY_DELETED,
                tenant,
                id.toString(),
                version,
                text(EventPayload.deleted()));
    }

    private static String text(Object payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.deskgraph.kit.policy;

import io.deskgraph.contracts.identity.PolicyState;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a rule means to somebody.
 *
 * @param subject {@code role::<name>} or {@code user::<id>}
 */
record Grant(String subject, Rule rule, String verb, String effect) {

    private static final String ALLOW = "allow";
    private static final String DENY = "deny";

    static Stream<Grant> of(PolicyState policy, ObjectType type) {
        Rule allowing = Rule.of(policy, type, false);
        Rule denying = Rule.of(policy, type, true);
        return Stream.concat(
                policy.groupPermissions().stream()
                        .map(to -> grant(role(to.groupId()), allowing, denying, to.permission(), to.permissionType())),
                policy.userPermissions().stream()
                        .map(to -> grant(user(to.userId()), allowing, denying, to.permission(), to.permissionType())));
    }

    /** Whatever does not plainly allow denies. */
    private static Grant grant(String subject, Rule allowing, Rule denying, String verb, String effect) {
        return effect.equals(ALLOW)
                ? new Grant(subject, allowing, verb, ALLOW)
                : new Grant(subject, denying, verb, DENY);
    }

    boolean denies() {
        return effect.equals(DENY);
    }

    static String role(String name) {
        return "role::" + name;
    }

    static String user(UUID id) {
        return "user::" + id;
    }
}

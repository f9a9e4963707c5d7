package io.deskgraph.gateway.constraint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.identity.PolicyState.GroupPermission;
import io.deskgraph.contracts.identity.PolicyState.PolicyCriterion;
import io.deskgraph.gateway.constraint.ConstraintRequest.CriterionBody;
import io.deskgraph.gateway.constraint.ConstraintRequest.GroupBody;
import io.deskgraph.gateway.constraint.ConstraintRequest.UserBody;
import io.deskgraph.gateway.link.Fields;
import io.deskgraph.kit.policy.LinearPattern;
import io.deskgraph.kit.policy.ObjectType;
import io.deskgraph.kit.policy.Operator;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a constraint must be by itself. Whatever is let in here can be decided by later. */
final class ConstraintChecks {

    private static final int MAX_DESCRIPTION = 256;
    private static final int MAX_CRITERIA = 100;
    private static final int MAX_VALUES = 100;
    private static final int MAX_VALUE = 1_000;
    private static final int MAX_GRANTS = 1_000;
    private static final Set<String> VERBS =
            Arrays.stream(Verb.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> EFFECTS = Set.of("allow", "deny");

    private ConstraintChecks() {}

    /** @param identifier as the path has it, which counts before what the body says */
    static ConstraintDraft draft(String identifier, ConstraintRequest body) {
        Fields.objectName("constraintId", identifier);
        String name = Fields.objectName("name", body.name());
        String description = Fields.required("description", body.description());
        if (description.length() > MAX_DESCRIPTION) {
            throw Fields.refused(
                    "description", "description exceeds maximum length of " + MAX_DESCRIPTION + " characters");
        }
        ObjectType type = oneOf("objectType", body.objectType(), ObjectType.BY_NAME.keySet(), ObjectType.BY_NAME::get);
        List<PolicyCriterion> all = criteria("criteriaAnd", type, body.criteriaAnd());
        List<PolicyCriterion> any = criteria("criteriaOr", type, body.criteriaOr());
        if (all.isEmpty() && any.isEmpty()) {
            throw Problem.invalid("Constraint must include criteriaOr or criteriaAnd statements");
        }
        return new ConstraintDraft(
                identifier,
                name,
                description,
                type.wire(),
                all,
                any,
                groups(body.groupPermissions()),
                users(body.userPermissions()));
    }

    private static List<PolicyCriterion> criteria(
            String member, ObjectType type, @Nullable List<CriterionBody> bodies) {
        return each(member, bodies, MAX_CRITERIA, body -> criterion(member, type, body));
    }

    private static PolicyCriterion criterion(String member, ObjectType type, CriterionBody body) {
        String field = oneOf(member + ".field", body.field(), type.fields(), name -> name);
        Operator operator =
                oneOf(member + ".operator", body.operator(), Operator.BY_NAME.keySet(), Operator.BY_NAME::get);
        List<String> values = values(member + ".value", body.value());
        if (operator == Operator.MATCHES) {
            values.forEach(value -> checkPattern(member + ".value", value));
        }
        return new PolicyCriterion(field, operator.wire(), values);
    }

    private static void checkPattern(String member, String value) {
        try {
            LinearPattern.of(value);
        } catch (IllegalArgumentException unusable) {
            throw Fields.refused(member, String.valueOf(unusable.getMessage()));
        }
    }

    private static List<String> values(String member, @Nullable JsonNode value) {
        List<String> values = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(item -> values.add(text(member, item)));
        } else {
            values.add(text(member, value));
        }
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            throw Fields.refused(member, member + " must have 1 to " + MAX_VALUES + " values");
        }
        return values;
    }

    private static String text(String member, @Nullable JsonNode value) {
        if (value == null || !value.isTextual() || value.textValue().isEmpty()) {
            throw Fields.refused(member, member + " is a required field.");
        }
        String text = value.textValue();
        if (text.length() > MAX_VALUE || text.indexOf('\0') >= 0) {
            throw Fields.refused(member, member + " must be text of at most " + MAX_VALUE + " characters");
        }
        if (text.equalsIgnoreCase("global") && !text.equals("GLOBAL")) {
            throw Fields.refused(member, member + " is invalid. GLOBAL must be written in capitals.");
        }
        return text;
    }

    private static List<GroupPermission> groups(@Nullable List<GroupBody> bodies) {
        String member = "groupPermissions";
        return each(
                member,
                bodies,
                MAX_GRANTS,
                body -> new GroupPermission(
                        Fields.objectName(member + ".groupId", body.groupId()),
                        verb(member, body.permission()),
                        effect(member, body.permissionType())));
    }

    private static List<ConstraintDraft.NamedUser> users(@Nullable List<UserBody> bodies) {
        String member = "userPermissions";
        return each(
                member,
                bodies,
                MAX_GRANTS,
                body -> new ConstraintDraft.NamedUser(
                        Fields.userId(member + ".userId", body.userId()),
                        verb(member, body.permission()),
                        effect(member, body.permissionType())));
    }

    static String verb(String member, @Nullable String verb) {
        return oneOf(member + ".permission", verb, VERBS, name -> name);
    }

    static String effect(String member, @Nullable String effect) {
        return oneOf(member + ".permissionType", effect, EFFECTS, name -> name);
    }

    private static <B, T> List<T> each(String member, @Nullable List<B> bodies, int most, Function<B, T> reading) {
        List<B> given = bodies == null ? List.of() : bodies;
        if (given.size() > most || given.stream().anyMatch(Objects::isNull)) {
            throw Fields.refused(member, member + " must be a list of at most " + most + " objects");
        }
        return given.stream().map(reading).distinct().toList();
    }

    private static <T> T oneOf(
            String member, @Nullable String value, Collection<String> known, Function<String, @Nullable T> meaning) {
        T found = meaning.apply(Fields.required(member, value));
        if (found == null || !known.contains(value)) {
            throw Fields.refused(
                    member,
                    member + " is invalid. Must be one of "
                            + known.stream().sorted().collect(Collectors.joining(", ")));
        }
        return found;
    }
}

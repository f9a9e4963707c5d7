package io.deskgraph.gateway.constraint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskgraph.gateway.constraint.ConstraintRequest.CriterionBody;
import io.deskgraph.gateway.constraint.ConstraintRequest.GroupBody;
import io.deskgraph.gateway.constraint.TemplateRequest.TemplateConstraint;
import io.deskgraph.gateway.constraint.TemplateRequest.TemplateGrant;
import io.deskgraph.gateway.constraint.TemplateRequest.Variable;
import io.deskgraph.gateway.link.Fields;
import io.deskgraph.kit.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills a template in. What is filled in is text and not filled in again. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]{1,64})\\s*}}");
    private static final String ROLE = "ROLE_NAME";
    private static final int MOST = 100;

    private final Map<String, String> values;

    private Template(Map<String, String> values) {
        this.values = values;
    }

    static List<ConstraintDraft> drafts(TemplateRequest body) {
        Template template = new Template(values(body));
        List<TemplateConstraint> constraints = orNone(body.constraints());
        if (constraints.isEmpty()
                || constraints.size() > MOST
                || constraints.stream().anyMatch(Objects::isNull)) {
            throw Fields.refused("constraints", "constraints must be a list of 1 to " + MOST + " objects");
        }
        return constraints.stream().map(template::draft).toList();
    }

    private static Map<String, String> values(TemplateRequest body) {
        Map<String, String> values = new HashMap<>();
        if (body.variableValues() != null) {
            body.variableValues().forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value);
                }
            });
        }
        for (Variable variable : orNone(body.variables())) {
            if (variable == null) {
                throw Fields.refused("variables", "variables must be a list of objects");
            }
            String name = Fields.required("variables.name", variable.name());
            if (!values.containsKey(name) && variable.preset() != null) {
                values.put(name, variable.preset());
            }
            if (!values.containsKey(name) && !Boolean.FALSE.equals(variable.required())) {
                throw Fields.refused("variableValues", "Missing value for required variable: " + name);
            }
        }
        if (values.getOrDefault(ROLE, "").isEmpty()) {
            throw Fields.refused("variableValues", "Missing value for required variable: " + ROLE);
        }
        return values;
    }

    private ConstraintDraft draft(TemplateConstraint body) {
        return ConstraintChecks.draft(
                UUID.randomUUID().toString(),
                new ConstraintRequest(
                        null,
                        filled(body.name()),
                        filled(body.description()),
                        filled(body.objectType()),
                        criteria(body.criteriaAnd()),
                        criteria(body.criteriaOr()),
                        orNone(body.groupPermissions()).stream()
                                .map(this::grant)
                                .toList(),
                        List.of()));
    }

    private GroupBody grant(@Nullable TemplateGrant grant) {
        if (grant == null) {
            throw Fields.refused("groupPermissions", "groupPermissions must be a list of objects");
        }
        return new GroupBody(values.get(ROLE), filled(grant.action()), filled(grant.type()));
    }

    private List<CriterionBody> criteria(@Nullable List<CriterionBody> criteria) {
        return orNone(criteria).stream().map(this::criterion).toList();
    }

    private CriterionBody criterion(@Nullable CriterionBody criterion) {
        if (criterion == null) {
            throw Fields.refused("constraints", "criteriaAnd and criteriaOr must be lists of objects");
        }
        return new CriterionBody(filled(criterion.field()), filled(criterion.operator()), filled(criterion.value()));
    }

    private @Nullable JsonNode filled(@Nullable JsonNode value) {
        if (value != null && value.isTextual()) {
            return JsonNodeFactory.instance.textNode(filled(value.textValue()));
        }
        if (value == null || !value.isArray()) {
            return value;
        }
        ArrayNode filled = JsonNodeFactory.instance.arrayNode();
        value.forEach(item -> filled.add(filled(item)));
        return filled;
    }

    private @Nullable String filled(@Nullable String text) {
        return text == null ? null : PLACE.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult place) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw Problem.invalid("Unresolved variable: " + place.group(1));
        }
        return Matcher.quoteReplacement(value);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}

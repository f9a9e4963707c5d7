package io.deskgraph.gateway.constraint;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.gateway.constraint.ConstraintRequest.CriterionBody;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Constraints for one role, with places to be filled in. */
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
record TemplateRequest(
        @Nullable TemplateName template,
        @Nullable List<Variable> variables,

        @Schema(example = "{\"ROLE_NAME\":\"Technician\"}") @Nullable
        Map<String, @Nullable String> variableValues,

        @Nullable List<TemplateConstraint> constraints) {

    record TemplateName(
            @Nullable String name,
            @Nullable String description,
            @Nullable String version) {}

    /** @param required absent means yes */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Variable(
            @Nullable String name,
            @Nullable Boolean required,
            @Nullable String description,
            @JsonProperty("default") @Nullable String preset) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record TemplateConstraint(
            @Nullable String name,
            @Nullable String description,
            @Nullable String objectType,
            @Nullable List<CriterionBody> criteriaAnd,
            @Nullable List<CriterionBody> criteriaOr,
            @Nullable List<TemplateGrant> groupPermissions) {}

    record TemplateGrant(
            @Schema(example = "GET") @Nullable String action,
            @Schema(example = "allow") @Nullable String type) {}
}

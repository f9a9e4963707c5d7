package io.deskgraph.gateway.constraint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A constraint as a client sends it. */
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ConstraintRequest")
record ConstraintRequest(
        @Nullable String identifier,
        @Schema(example = "Locked assets") @Nullable String name,

        @Schema(example = "Nobody of the desk changes a locked asset") @Nullable
        String description,

        @Schema(example = "asset") @Nullable String objectType,
        @Nullable List<CriterionBody> criteriaAnd,
        @Nullable List<CriterionBody> criteriaOr,
        @Nullable List<GroupBody> groupPermissions,
        @Nullable List<UserBody> userPermissions) {

    /** @param value a text or a list of texts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConstraintCriterionRequest")
    record CriterionBody(
            @Schema(example = "tags") @Nullable String field,
            @Schema(example = "is_one_of") @Nullable String operator,

            @Nullable JsonNode value) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupBody(
            @Schema(example = "Technician") @Nullable String groupId,
            @Schema(example = "PUT") @Nullable String permission,
            @Schema(example = "deny") @Nullable String permissionType) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UserBody(
            @Schema(example = "tina@acme.example") @Nullable String userId,
            @Schema(example = "DELETE") @Nullable String permission,
            @Schema(example = "deny") @Nullable String permissionType) {}
}

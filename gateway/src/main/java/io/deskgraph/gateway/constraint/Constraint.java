package io.deskgraph.gateway.constraint;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A constraint as it is shown. */
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
@Schema(name = "Constraint")
record Constraint(
        String constraintId,
        String name,
        String description,
        String objectType,
        List<CriterionView> criteriaAnd,
        List<CriterionView> criteriaOr,
        List<GroupGrant> groupPermissions,
        List<UserGrant> userPermissions) {

    /** @param value a text, or a list of texts where there are several */
    @Schema(name = "ConstraintCriterion")
    record CriterionView(
            String field,
            String operator,

            @Schema(
                    anyOf = {String.class, String[].class},
                    example = "locked")
            Object value) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record GroupGrant(String groupId, String permission, String permissionType) {}

    /** @param userId the user's name; the id of one who is gone */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record UserGrant(String userId, String permission, String permissionType) {}
}

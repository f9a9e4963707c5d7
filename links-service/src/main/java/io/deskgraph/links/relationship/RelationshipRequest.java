package io.deskgraph.links.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.http.StrictText;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A relationship as a client wants it. */
record RelationshipRequest(UUID relatedAssetId, String relationshipType) {

    static final int MAX_TYPE = 255;

    static RelationshipRequest read(ObjectNode body) {
        List<Detail> mistakes = new ArrayList<>();
        UUID related = related(body.get("related_asset_id"), mistakes);
        String type = type(body.get("relationship_type"), mistakes);
        if (related == null || type == null) {
            throw Problem.invalid("Invalid request data", mistakes);
        }
        return new RelationshipRequest(related, type);
    }

    private static @Nullable UUID related(@Nullable JsonNode value, List<Detail> mistakes) {
        if (value == null) {
            mistakes.add(Detail.of("related_asset_id", "Is required"));
            return null;
        }
        try {
            return StrictText.uuid(value.isTextual() ? value.textValue() : "");
        } catch (IllegalArgumentException invalid) {
            mistakes.add(Detail.of("related_asset_id", String.valueOf(invalid.getMessage())));
            return null;
        }
    }

    private static @Nullable String type(@Nullable JsonNode value, List<Detail> mistakes) {
        String mistake = mistake(value);
        if (mistake != null) {
            mistakes.add(Detail.of("relationship_type", mistake));
            return null;
        }
        return value == null ? null : value.textValue();
    }

    private static @Nullable String mistake(@Nullable JsonNode value) {
        if (value == null) {
            return "Is required";
        }
        if (!value.isTextual()) {
            return "Must be a string";
        }
        if (value.textValue().isBlank()) {
            return "Must not be empty";
        }
        return value.textValue().length() > MAX_TYPE ? "Must be at most " + MAX_TYPE + " characters" : null;
    }
}

package io.deskgraph.links.association;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.http.StrictText;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants linked. Read from the tree because each side has its own moment and its own words for a wrong body.
 *
 * @param otherEnd the ticket where an asset is in the path, and the other way round
 */
record LinkRequest(
        UUID otherEnd, String relationshipType, @Nullable String notes) {

    static final String DEFAULT_TYPE = "affected";
    static final int MAX_TYPE = 255;
    static final int MAX_NOTES = 10_000;

    /** @param member the name that the other end's id has in the body */
    static LinkRequest read(ObjectNode body, String member, Side side) {
        List<Detail> mistakes = new ArrayList<>();
        UUID otherEnd = uuid(body, member, mistakes);
        String type = text(body, "relationship_type", 1, MAX_TYPE, mistakes);
        String notes = text(body, "notes", 0, MAX_NOTES, mistakes);
        if (otherEnd == null || !mistakes.isEmpty()) {
            throw Problem.invalid(side.invalidBody(), mistakes);
        }
        return new LinkRequest(otherEnd, type == null ? DEFAULT_TYPE : type, notes);
    }

    private static @Nullable UUID uuid(ObjectNode body, String member, List<Detail> mistakes) {
        JsonNode value = body.get(member);
        if (value == null) {
            mistakes.add(Detail.of(member, "Is required"));
            return null;
        }
        try {
            return StrictText.uuid(value.isTextual() ? value.textValue() : "");
        } catch (IllegalArgumentException invalid) {
            mistakes.add(Detail.of(member, String.valueOf(invalid.getMessage())));
            return null;
        }
    }

    private static @Nullable String text(ObjectNode body, String member, int min, int max, List<Detail> mistakes) {
        JsonNode value = body.get(member);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            mistakes.add(Detail.of(member, "Must be a string"));
        } else if (value.textValue().length() < min) {
            mistakes.add(Detail.of(member, "Must not be empty"));
        } else if (value.textValue().length() > max) {
            mistakes.add(Detail.of(member, "Must be at most " + max + " characters"));
        }
        return value.textValue();
    }
}

package io.deskgraph.links.assetlink;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.links.edge.AssetRef;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms that ids have in this API. */
public final class Names {

    static final Problem NO_LINK = Problem.notFound("Asset link not found");

    static final String ID = "^[-_a-zA-Z0-9]{3,63}$";
    private static final String ASSET_ID = "^(?!.*[<>:\"\\/\\\\|?*])(?!.*[.\\s]$)[\\w\\s.,'-]{1,254}[^.\\s]$";
    static final int MAX_ASSET_ID = 256;

    private static final Pattern ID_FORM = Pattern.compile(ID);
    private static final Pattern ASSET_ID_FORM = Pattern.compile(ASSET_ID, Pattern.UNICODE_CHARACTER_CLASS);

    private Names() {}

    static AssetRef asset(String assetField, String assetId, String databaseField, String databaseId) {
        asset(assetField, assetId);
        database(databaseField, databaseId);
        return new AssetRef(databaseId, assetId);
    }

    /** A link id may have any form that an id may have; null when no link can have it. */
    public static @Nullable UUID link(String field, String text) {
        database(field, text);
        return Ids.isUuid(text) ? UUID.fromString(text) : null;
    }

    private static void asset(String field, String text) {
        requireText(field, text);
        if (text.length() > MAX_ASSET_ID) {
            throw invalid(field, field + " exceeds maximum length of " + MAX_ASSET_ID + " characters");
        }
        if (!ASSET_ID_FORM.matcher(text).matches()) {
            throw invalid(field, field + " is invalid. Must follow the regexp " + ASSET_ID);
        }
    }

    private static void database(String field, String text) {
        requireText(field, text);
        if (!ID_FORM.matcher(text).matches()) {
            throw invalid(field, field + " is invalid. Must follow the regexp " + ID);
        }
    }

    private static void requireText(String field, String text) {
        if (text.isEmpty()) {
            throw invalid(field, field + " is a required field.");
        }
        if (text.strip().equalsIgnoreCase("global")) {
            throw invalid(field, field + " is invalid. GLOBAL is not allowed for this field.");
        }
    }

    static Problem invalid(String field, String message) {
        return Problem.invalid(message, List.of(Detail.of(field, message)));
    }
}

package io.deskgraph.assets.catalog;

import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** This dialect's own rules for names, in its own words; the asset's rules come on top. */
final class CatalogChecks {

    private static final int MIN_DESCRIPTION = 4;
    private static final int MAX_DESCRIPTION = 256;

    private static final Pattern OBJECT_NAME = Pattern.compile("[a-zA-Z0-9\\-._\\s]{1,256}");

    private static final Pattern ASSET_ID = Pattern.compile(
            "(?!.*[<>:\"/\\\\|?*])(?!.*[.\\s]$)[\\w\\s.,'-]{1,254}[^.\\s]", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Detail> mistakes = new ArrayList<>();

    CatalogChecks required(String member, @Nullable Object value) {
        if (value == null) {
            mistakes.add(Detail.of(member, member + " is a required field."));
        }
        return this;
    }

    CatalogChecks name(@Nullable String name) {
        return matches("assetName", name, OBJECT_NAME);
    }

    CatalogChecks id(@Nullable String id) {
        return matches("assetId", id, ASSET_ID);
    }

    CatalogChecks description(@Nullable String text) {
        if (text != null && (text.length() < MIN_DESCRIPTION || text.length() > MAX_DESCRIPTION)) {
            mistakes.add(Detail.of("description", "Must be 4 to 256 characters"));
        }
        return this;
    }

    void done() {
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }

    private CatalogChecks matches(String member, @Nullable String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            mistakes.add(Detail.of(member, member + " is invalid. Must follow the regexp " + pattern));
        }
        return this;
    }
}

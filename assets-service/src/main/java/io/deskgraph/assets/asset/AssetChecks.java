package io.deskgraph.assets.asset;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Member;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the members of a request must be by themselves, before anything is looked up; all mistakes are told at once. */
final class AssetChecks {

    private static final int MAX_TEXT = 255;
    private static final int MAX_NOTES = 10_000;
    private static final int MAX_TAGS = 100;
    private static final BigDecimal MAX_COST = new BigDecimal("9999999999.99");

    private final List<Detail> mistakes = new ArrayList<>();

    private AssetChecks() {}

    static void forCreate(AssetChange change) {
        AssetChecks checks = new AssetChecks();
        checks.required(change.assetTag());
        checks.required(change.name());
        checks.members(change);
        if (AssetStatus.DEPLOYED.wire().equals(change.status().value())) {
            checks.mistake(change.status(), "Must not be deployed: create the asset, then check it out");
        }
        checks.done();
    }

    static void forUpdate(AssetChange change) {
        AssetChecks checks = new AssetChecks();
        checks.notCleared(change.assetTag());
        checks.notCleared(change.name());
        checks.notCleared(change.status());
        checks.members(change);
        checks.done();
    }

    private void members(AssetChange change) {
        trimmed(change.assetTag());
        trimmed(change.name());
        trimmed(change.assetType());
        tagIsNoId(change.assetTag());
        status(change.status());
        atMost(change.serialNumber(), MAX_TEXT);
        atMost(change.manufacturer(), MAX_TEXT);
        atMost(change.model(), MAX_TEXT);
        atMost(change.notes(), MAX_NOTES);
        cost(change.purchaseCost());
        tags(change.tags());
    }

    private void required(Member<String> member) {
        if (!member.hasValue()) {
            mistake(member, "Is required");
        }
    }

    private void notCleared(Member<String> member) {
        if (member.sent() && !member.hasValue()) {
            mistake(member, "Must not be null");
        }
    }

    private void trimmed(Member<String> member) {
        int length = member.or("-").strip().length();
        if (length < 1 || length > MAX_TEXT) {
            mistake(member, "Must be 1 to 255 characters");
        }
    }

    private void tagIsNoId(Member<String> tag) {
        if (Ids.isUuid(tag.or("").strip())) {
            mistake(tag, "Must not be a UUID");
        }
    }

    private void status(Member<String> status) {
        if (status.hasValue() && !AssetStatus.NAMES.contains(status.value())) {
            mistake(status, "Must be one of " + String.join(", ", AssetStatus.NAMES));
        }
    }

    private void atMost(Member<String> member, int max) {
        if (member.or("").length() > max) {
            mistake(member, "Must be at most " + max + " characters");
        }
    }

    private void cost(Member<BigDecimal> cost) {
        BigDecimal value = cost.or(BigDecimal.ZERO);
        if (value.signum() < 0) {
            mistake(cost, "Must not be negative");
        } else if (value.stripTrailingZeros().scale() > 2) {
            mistake(cost, "Must have at most two decimals");
        } else if (value.compareTo(MAX_COST) > 0) {
            mistake(cost, "Must be at most " + MAX_COST);
        }
    }

    private void tags(Member<List<String>> tags) {
        List<String> values = tags.or(List.of());
        if (values.size() > MAX_TAGS) {
            mistake(tags, "Must have at most " + MAX_TAGS + " values");
        }
        for (int i = 0; i < values.size(); i++) {
            if (isBadTag(values.get(i))) {
                mistakes.add(Detail.of(List.of(tags.name(), i), "Must be a text of 1 to 255 characters"));
            }
        }
    }

    private static boolean isBadTag(@Nullable String tag) {
        return tag == null || tag.isBlank() || tag.length() > MAX_TEXT;
    }

    private void mistake(Member<?> member, String message) {
        mistakes.add(Detail.of(member.name(), message));
    }

    private void done() {
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }
}

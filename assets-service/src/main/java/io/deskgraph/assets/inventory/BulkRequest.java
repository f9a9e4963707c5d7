package io.deskgraph.assets.inventory;

import io.deskgraph.assets.asset.AssetKey;
import io.deskgraph.assets.asset.AssetStatus;
import io.deskgraph.assets.asset.BulkAction;
import io.deskgraph.assets.asset.ReferenceKey;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One action on many assets. */
record BulkRequest(
        @Schema(description = "Numbers or UUIDs, at most 1,000", required = true, examples = "[1,2]") @Nullable
        List<@Nullable Object> ids,

        @Schema(
                required = true,
                enumeration = {"set_status", "set_location", "set_category", "checkin", "delete"},
                examples = "set_status")
        @Nullable
        String action,

        @Schema(
                description = "The status, or the number or UUID of the location or category; null takes it away",
                implementation = Object.class,
                examples = "maintenance")
        @Nullable
        Object value,

        @Schema(
                description = "atomic: all or none",
                required = true,
                enumeration = {"atomic", "each"},
                examples = "each")
        @Nullable
        String mode) {

    private static final int MAX = 1_000;

    private static final Map<String, BulkAction.Kind> ACTIONS = Map.of(
            "set_status", BulkAction.Kind.SET_STATUS,
            "set_location", BulkAction.Kind.SET_LOCATION,
            "set_category", BulkAction.Kind.SET_CATEGORY,
            "checkin", BulkAction.Kind.CHECKIN,
            "delete", BulkAction.Kind.DELETE);

    private static final Map<String, Boolean> MODES = Map.of("atomic", true, "each", false);

    List<AssetKey> keys() {
        if (ids == null || ids.isEmpty() || ids.size() > MAX) {
            throw Problem.invalid("ids", "Must name 1 to " + MAX + " assets");
        }
        return ids.stream().map(BulkRequest::key).toList();
    }

    boolean atomic() {
        return known("mode", mode, MODES);
    }

    BulkAction toDo() {
        BulkAction.Kind kind = known("action", action, ACTIONS);
        return switch (kind) {
            case SET_STATUS -> BulkAction.status(status());
            case SET_LOCATION -> BulkAction.location(reference());
            case SET_CATEGORY -> BulkAction.category(reference());
            case CHECKIN, DELETE -> BulkAction.of(kind);
        };
    }

    private AssetStatus status() {
        return AssetStatus.named(String.valueOf(value))
                .orElseThrow(() -> Problem.invalid("value", "Must be one of " + String.join(", ", AssetStatus.NAMES)));
    }

    private @Nullable ReferenceKey reference() {
        if (value == null) {
            return null;
        }
        if (value instanceof Integer || value instanceof Long) {
            return ReferenceKey.of(((Number) value).longValue());
        }
        if (value instanceof String text && Ids.isUuid(text)) {
            return ReferenceKey.of(UUID.fromString(text));
        }
        throw Problem.invalid("value", "Must be a number or a UUID");
    }

    private static AssetKey key(@Nullable Object id) {
        if (id instanceof Integer || id instanceof Long || id instanceof String) {
            return AssetKey.numberOrUuid(id.toString());
        }
        throw Problem.invalid("ids", "Must be numbers or UUIDs");
    }

    private static <T> T known(String member, @Nullable String name, Map<String, T> names) {
        T found = name == null ? null : names.get(name);
        if (found == null) {
            throw Problem.invalid(
                    member,
                    "Must be one of "
                            + String.join(", ", names.keySet().stream().sorted().toList()));
        }
        return found;
    }
}

package io.deskgraph.assets.asset;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Map;

/** What is said when a rule, or the constraint that holds it, refuses a write. */
final class AssetRefusals {

    private static final Map<String, String> MEMBER_BY_CONSTRAINT = Map.of(
            "assets_database_fk", "database_id",
            "assets_category_fk", "category_id",
            "assets_location_fk", "location_id");

    private AssetRefusals() {}

    static Problem notFound() {
        return Problem.notFound("Asset not found");
    }

    static Problem notFound(AssetKey key) {
        return key.database() == null ? notFound() : Problem.notFound("Asset not found in database");
    }

    static Problem notAuthorized(Verb verb) {
        String action =
                switch (verb) {
                    case GET -> "view";
                    case POST -> "create";
                    case PUT -> "update";
                    case DELETE -> "delete";
                };
        return Problem.forbidden("Not authorized to " + action + " this asset");
    }

    static Problem limitReached() {
        return Problem.of(ErrorCode.ASSET_LIMIT_REACHED, "Asset limit reached");
    }

    static Problem unknown(String member) {
        return Problem.invalid(
                "Validation failed",
                List.of(Detail.of(member, "Unknown " + member.replace("_id", "").replace('_', ' '))));
    }

    static Problem statusIsGuarded(String from, String to) {
        return Problem.conflict(
                "Status cannot be moved from " + from + " to " + to + " here: use checkout or checkin",
                Map.of("blocking", List.of("checkout", "checkin")));
    }

    static Problem notDeployed(String status) {
        return Problem.invalid("Asset is not deployed: its status is " + status);
    }

    static Problem notArchived(String status) {
        return Problem.conflict("Asset is not archived: its status is " + status);
    }

    static Problem deployed() {
        return Problem.conflict(
                "Asset is deployed: check it in first, or delete it with force=true",
                Map.of("blocking", List.of("checkin")));
    }

    /** The database had the last word: a twin tag, or a look-up that went away in the same moment. */
    static Throwable explain(Throwable failure, AssetState state) {
        if (failure instanceof PgException refused) {
            String constraint = String.valueOf(refused.getConstraint());
            if (constraint.equals("assets_tag_uk")) {
                return Problem.conflict(
                        "Asset tag '" + state.assetTag() + "' already exists in database '" + state.databaseId() + "'");
            }
            String member = MEMBER_BY_CONSTRAINT.get(constraint);
            return member == null ? failure : unknown(member);
        }
        return failure;
    }
}

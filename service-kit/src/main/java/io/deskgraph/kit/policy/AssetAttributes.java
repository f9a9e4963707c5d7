package io.deskgraph.kit.policy;

import io.deskgraph.contracts.asset.AssetState;
import java.util.List;
import java.util.UUID;

/** An asset as constraints see it. Its id is the tag as well as the UUID: a constraint may use either. */
public record AssetAttributes(
        UUID id, String assetTag, String databaseId, String name, String assetType, List<String> tags)
        implements Attributes {

    public static AssetAttributes of(AssetState state) {
        return new AssetAttributes(
                state.assetId(), state.assetTag(), state.databaseId(), state.name(), state.assetType(), state.tags());
    }

    @Override
    public List<String> of(String field) {
        return switch (field) {
            case "databaseId" -> List.of(databaseId);
            case "assetId" -> List.of(assetTag, id.toString());
            case "assetName" -> List.of(name);
            case "assetType" -> List.of(assetType);
            case "tags" -> tags;
            default -> throw new IllegalArgumentException("Assets have no field " + field);
        };
    }
}

package io.deskgraph.links.edge;

import io.deskgraph.links.access.AssetCard;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parentChild edge, seen from its parent. */
public record ChildEdge(UUID linkId, UUID parent, @Nullable String alias, AssetCard child) {}

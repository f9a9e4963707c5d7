package io.deskgraph.assets.asset;

import java.util.UUID;

/** A look-up that an asset points at, as answers show it. */
public record Reference(UUID id, long number, String name) {}

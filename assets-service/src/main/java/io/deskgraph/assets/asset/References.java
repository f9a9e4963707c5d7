package io.deskgraph.assets.asset;

import org.jspecify.annotations.Nullable;

/** What the look-ups that a request names turned out to be; null where it named none, or one that is not there. */
record References(
        @Nullable Reference category,
        @Nullable Reference location,
        AssetNames.@Nullable Client client,
        boolean databaseExists) {}

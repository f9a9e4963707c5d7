package io.deskgraph.assets.asset;

import org.jspecify.annotations.Nullable;

/**
 * What answers say beside the asset's own columns; looked up, never stored with it.
 *
 * @param client as far as its events have told
 * @param openTickets how many open tickets are linked, as far as events have told
 */
public record AssetNames(
        @Nullable Reference category,
        @Nullable Reference location,
        @Nullable Reference assignee,
        @Nullable Client client,
        long openTickets) {

    public record Client(String name, @Nullable String email) {}

    AssetNames heldBy(@Nullable Reference holder) {
        return new AssetNames(category, location, holder, client, openTickets);
    }

    AssetNames with(References references) {
        return new AssetNames(references.category(), references.location(), assignee, references.client(), openTickets);
    }
}

package io.deskgraph.assets.v1;

import java.util.UUID;

/** Where a client can go from an asset. */
record AssetLinks(Link self, Link edit, Link delete, Link list) {

    static final String ASSETS = "/api/v1/assets";

    record Link(String href, String method) {}

    static AssetLinks of(UUID id) {
        String self = ASSETS + "/" + id;
        return new AssetLinks(
                new Link(self, "GET"), new Link(self, "PUT"), new Link(self, "DELETE"), new Link(ASSETS, "GET"));
    }
}

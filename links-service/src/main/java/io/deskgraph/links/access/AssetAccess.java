package io.deskgraph.links.access;

import io.deskgraph.kit.policy.CallerRights;
import io.deskgraph.kit.policy.Verb;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the rights of the caller of this request. */
@ApplicationScoped
public class AssetAccess {

    private final CallerRights rights;

    AssetAccess(CallerRights rights) {
        this.rights = rights;
    }

    /** To be asked for while the request is being served, and to be used for all of its assets. */
    public AssetRights ofCaller() {
        var read = rights.assets(Verb.GET);
        var update = rights.assets(Verb.PUT);
        var create = rights.assets(Verb.POST);
        var delete = rights.assets(Verb.DELETE);
        return (verb, asset) -> switch (verb) {
            case GET -> read.allows(asset.attributes());
            case PUT -> update.allows(asset.attributes());
            case POST -> create.allows(asset.attributes());
            case DELETE -> delete.allows(asset.attributes());
        };
    }
}

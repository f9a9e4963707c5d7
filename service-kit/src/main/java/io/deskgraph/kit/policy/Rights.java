package io.deskgraph.kit.policy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the tenant's constraints, as they are at this moment, say about a caller. */
public final class Rights {

    private final List<Grant> assets;
    private final List<Grant> routes;
    private final Map<Verb, Access> assetAccess = new ConcurrentHashMap<>();
    private final Map<Verb, Access> routeAccess = new ConcurrentHashMap<>();

    /** @param assets the caller's grants on assets, and on routes */
    Rights(List<Grant> assets, List<Grant> routes) {
        this.assets = assets;
        this.routes = routes;
    }

    /** What may be done with assets by this verb. */
    public Access assets(Verb verb) {
        return assetAccess.computeIfAbsent(verb, wanted -> access(wanted, assets));
    }

    /** Whether a constraint closes this route. Without one a route is open: permissions guard it in the first place. */
    boolean closes(Verb verb, String path) {
        return !routes.isEmpty()
                && !routeAccess
                        .computeIfAbsent(verb, wanted -> access(wanted, routes))
                        .allows(new RoutePath(path));
    }

    private static Access access(Verb verb, List<Grant> grants) {
        return new Access(
                verb,
                grants.stream()
                        .filter(grant -> grant.verb().equals(verb.name()))
                        .toList());
    }
}

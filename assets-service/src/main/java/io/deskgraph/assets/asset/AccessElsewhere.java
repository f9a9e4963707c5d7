package io.deskgraph.assets.asset;

import io.deskgraph.kit.policy.Policies;
import io.deskgraph.kit.request.Caller;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What the operator may read in a tenant: what that tenant's constraints leave to the operator's roles. */
@Singleton
public class AccessElsewhere {

    private final Policies policies;
    private final CurrentRequest request;
    private final AssetGuard guard;

    AccessElsewhere(Policies policies, CurrentRequest request, AssetGuard guard) {
        this.policies = policies;
        this.request = request;
        this.guard = guard;
    }

    /** Leaves in a list of another tenant's assets what the caller may read there. */
    public Uni<AssetCriteria> restrict(AssetCriteria criteria, String slug) {
        return policies.of(callerIn(criteria.tenant(), slug)).map(rights -> guard.restrict(criteria, rights));
    }

    private Caller callerIn(UUID tenant, String slug) {
        Caller caller = request.caller();
        return new Caller(
                tenant,
                slug,
                caller.userId(),
                caller.name(),
                caller.actorType(),
                caller.permissions(),
                caller.roles(),
                caller.msp());
    }
}

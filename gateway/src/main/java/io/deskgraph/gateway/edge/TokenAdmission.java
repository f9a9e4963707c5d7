package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.registry.Credential;
import io.deskgraph.gateway.registry.Tenant;
import io.deskgraph.gateway.token.ClientToken;
import io.deskgraph.gateway.token.ClientTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** From a token to the key that it was given for, which has to be as good as if it had been sent itself. */
@ApplicationScoped
class TokenAdmission {

    private final ClientTokens tokens;
    private final Clock clock;

    TokenAdmission(ClientTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    Credential find(Site site, String text, String address) {
        ClientToken token = tokens.verify(text);
        if (token == null) {
            throw Refusals.invalidKey();
        }
        Tenant tenant = site.tenant();
        boolean here = tenant != null && tenant.id().equals(token.tenantId());
        Credential credential = usable(here ? tenant : site.snapshot().byId(token.tenantId()), token, address);
        if (credential != null && here) {
            return credential;
        }
        throw credential != null && site.root() ? Refusals.scopeRequired() : Refusals.invalidKey();
    }

    private @Nullable Credential usable(@Nullable Tenant tenant, ClientToken token, String address) {
        Credential credential = tenant == null || tenant.isSuspended() ? null : tenant.credential(token.keyPrint());
        return credential != null && credential.isUsable(clock, address) ? credential : null;
    }
}

package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import jakarta.inject.Singleton;

/** What the tenants' routes answer with. */
@Singleton
class TenantAnswers {

    private final ETags tags;

    TenantAnswers(ETags tags) {
        this.tags = tags;
    }

    Answer one(TenantState tenant) {
        var view = tags.render(tenant.version(), TenantView.of(tenant));
        return Answer.ok(DataEnvelope.of(view)).tagged(view.tag());
    }

    Answer created(TenantState tenant) {
        var view = tags.render(tenant.version(), TenantView.of(tenant));
        return Answer.created(TenantResource.PATH + "/" + tenant.tenantId(), DataEnvelope.of(view))
                .tagged(view.tag());
    }
}

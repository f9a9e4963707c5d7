package io.deskgraph.gateway.role;

import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.DataEnvelope;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Mutations;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Roles as answers of the versioned API. */
@Singleton
class RoleAnswers {

    private final Mutations mutations;
    private final ETags tags;

    RoleAnswers(Mutations mutations, ETags tags) {
        this.mutations = mutations;
        this.tags = tags;
    }

    Mutations mutations() {
        return mutations;
    }

    Answer created(StoredRole role) {
        var view = tags.render(role.state().version(), RoleView.of(role));
        return Answer.created(RoleResource.PATH + "/" + role.state().roleId(), DataEnvelope.of(view))
                .tagged(view.tag());
    }

    Answer one(StoredRole role) {
        var view = tags.render(role.state().version(), RoleView.of(role));
        return Answer.ok(DataEnvelope.of(view)).tagged(view.tag());
    }

    static Response list(List<StoredRole> roles) {
        return Response.ok(DataEnvelope.of(roles.stream().map(RoleView::of).toList()))
                .build();
    }

    record RoleAnswer(RoleView data) {}

    record RolesAnswer(List<RoleView> data) {}
}

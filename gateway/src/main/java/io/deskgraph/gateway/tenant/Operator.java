package io.deskgraph.gateway.tenant;

import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import jakarta.inject.Singleton;

/** Whoever keeps the tenants. Only the operator's own tenant has such callers. */
@Singleton
class Operator {

    private final CurrentRequest request;

    Operator(CurrentRequest request) {
        this.request = request;
    }

    /** @throws Problem 403 for anybody else, whatever their permissions */
    void require() {
        if (!request.caller().msp()) {
            throw Problem.forbidden("Only the operator keeps tenants");
        }
    }
}

package io.deskgraph.gateway.edge;

import io.deskgraph.contracts.ErrorCode;
import io.deskgraph.kit.problem.Problem;

/** The edge's own refusals. Their texts are part of the API: clients compare them. */
final class Refusals {

    private Refusals() {}

    static Problem keyRequired() {
        return Problem.unauthorized("API key required");
    }

    /** One text for every reason, so that it tells nothing about which keys exist. */
    static Problem invalidKey() {
        return Problem.unauthorized("Invalid API key");
    }

    static Problem unknownTenant() {
        return Problem.of(ErrorCode.UNKNOWN_TENANT, "Unknown tenant");
    }

    static Problem scopeRequired() {
        return Problem.of(ErrorCode.SCOPE_REQUIRED, "Use the host of your tenant");
    }

    static Problem tenantRequired() {
        return Problem.of(ErrorCode.TENANT_REQUIRED, "Name the tenant to write to: tenant=<slug>");
    }

    static Problem noRoute() {
        return Problem.notFound("Not found");
    }

    static Problem malformedTarget() {
        return Problem.badRequest("The request target is malformed");
    }

    static Problem malformedHeader() {
        return Problem.badRequest("A header is malformed");
    }

    static Problem hostRequired() {
        return Problem.badRequest("Exactly one valid Host header is required");
    }

    static Problem unknownCoding() {
        return Problem.badRequest("Transfer-Encoding other than chunked is not supported");
    }

    static Problem targetTooLong() {
        return Problem.of(ErrorCode.URI_TOO_LONG, "The request target is longer than 8 KiB");
    }

    static Problem headersTooLarge() {
        return Problem.of(ErrorCode.HEADERS_TOO_LARGE, "The request headers are larger than 16 KiB");
    }

    static Problem bodyTooLarge() {
        return Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "The request body is too large");
    }
}

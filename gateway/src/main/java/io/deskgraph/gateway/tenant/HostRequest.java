package io.deskgraph.gateway.tenant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A domain of the tenant's own that shall lead to it. */
record HostRequest(
        @Schema(example = "desk.initech.example") @Nullable String host) {}

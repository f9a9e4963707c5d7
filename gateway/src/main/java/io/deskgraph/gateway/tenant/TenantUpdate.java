package io.deskgraph.gateway.tenant;

import io.deskgraph.kit.http.Sent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator changes about a tenant; absent members keep their values. */
record TenantUpdate(
        @Nullable String name,

        @Schema(implementation = SettingsRequest.class) @Nullable
        Sent<SettingsRequest> settings) {}

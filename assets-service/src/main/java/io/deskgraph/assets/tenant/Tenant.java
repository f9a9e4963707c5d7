package io.deskgraph.assets.tenant;

import java.util.UUID;

/** Which tenant, for the operator who looks at many. */
public record Tenant(UUID id, String slug) {}

package io.deskgraph.gateway.registry;

import java.util.List;
import java.util.UUID;

/** A tenant as it is in the database. */
record TenantRow(UUID id, String slug, boolean msp, boolean suspended, List<String> hosts) {}

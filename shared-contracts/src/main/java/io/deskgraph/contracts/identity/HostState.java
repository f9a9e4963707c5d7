package io.deskgraph.contracts.identity;

import java.time.Instant;

/** A host name that leads to the tenant: lower case, no port, no trailing dot. */
public record HostState(String host, Instant createdAt) {}

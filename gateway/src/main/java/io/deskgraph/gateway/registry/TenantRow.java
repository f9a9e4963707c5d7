package io.deskgraph.gateway.registry;

import io.deskgraph.gateway.limit.Rate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it is in the database.
 *
 * @param rate of each of its keys; null for the suite's default
 * @param origins of pages whose scripts may call its API
 */
record TenantRow(
        UUID id,
        String slug,
        boolean msp,
        boolean suspended,
        List<String> hosts,
        @Nullable Rate rate,
        Set<String> origins) {}

package io.deskgraph.gateway.identity;

import io.deskgraph.gateway.apikey.KeyHash;
import java.util.UUID;

/**
 * A key to be stored.
 *
 * @param prefix the part people may see
 */
public record NewKey(UUID userId, String name, String prefix, KeyHash hash) {}

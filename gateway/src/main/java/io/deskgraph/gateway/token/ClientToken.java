package io.deskgraph.gateway.token;

import java.util.UUID;

/**
 * What a verified token of a client says, as far as it is believed: whose key it was given for. What the caller may do is
 * not read from it but from that key as it is now.
 */
public record ClientToken(UUID tenantId, String keyPrint, long expiresAtMillis) {}

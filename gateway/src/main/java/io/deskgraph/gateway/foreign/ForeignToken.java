package io.deskgraph.gateway.foreign;

import io.deskgraph.gateway.registry.TrustedIssuer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says, as far as it is listened to.
 *
 * @param issuer the entry that it was verified by: another entry needs another verification
 * @param identity of the user, an e-mail address or an id
 * @param externalRoles as the issuer calls them
 */
record ForeignToken(
        TrustedIssuer issuer,
        String identity,
        List<String> externalRoles,
        @Nullable String firstName,
        @Nullable String lastName,
        long expiresAtMillis) {}

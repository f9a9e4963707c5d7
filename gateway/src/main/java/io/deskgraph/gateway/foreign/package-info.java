/**
 * Tokens of other issuers that a tenant trusts. Nothing that a token says is believed before its signature is verified
 * with a key that was fetched from where the tenant's administrator said; the token itself leads nowhere. What a caller
 * may do is decided anew for each request by the registry, so that only the verification is remembered.
 */
@NullMarked
package io.deskgraph.gateway.foreign;

import org.jspecify.annotations.NullMarked;

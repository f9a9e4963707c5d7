/**
 * API keys as their tenant manages them. The key itself leaves in the answer that makes it and is never stored, not even
 * for a repeated request; what a key may do is what its owner may do, narrowed by its scopes.
 */
@NullMarked
package io.deskgraph.gateway.key;

import org.jspecify.annotations.NullMarked;

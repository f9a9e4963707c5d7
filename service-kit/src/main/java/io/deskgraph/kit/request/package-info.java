/**
 * Who is asking: the caller and tenant of this request, taken once from the verified internal token, and the request id.
 *
 * <p>Nothing else says which tenant a request belongs to. Reading before the caller is known, or setting it twice, is a
 * programming error and throws.
 */
@NullMarked
package io.deskgraph.kit.request;

import org.jspecify.annotations.NullMarked;

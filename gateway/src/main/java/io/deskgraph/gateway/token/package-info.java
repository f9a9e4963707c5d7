/**
 * Two kinds of tokens. The internal one is what services believe about a caller: it is signed when a caller's claims are
 * first needed, kept with exactly those claims, and so goes out of use with them. The client's one stands in for an API
 * key at the edge and is good as long as that key.
 */
@NullMarked
package io.deskgraph.gateway.token;

import org.jspecify.annotations.NullMarked;

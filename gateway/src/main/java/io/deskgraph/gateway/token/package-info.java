/**
 * The internal token: what services believe about a caller. It is signed when a caller's claims are first needed, kept
 * with exactly those claims, and so goes out of use with them.
 */
@NullMarked
package io.deskgraph.gateway.token;

import org.jspecify.annotations.NullMarked;

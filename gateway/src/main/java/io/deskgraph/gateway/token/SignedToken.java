package io.deskgraph.gateway.token;

/**
 * A signed token, ready to be sent.
 *
 * @param authorization the whole value of the {@code Authorization} header
 */
record SignedToken(String authorization, long expiresAtMillis) {}

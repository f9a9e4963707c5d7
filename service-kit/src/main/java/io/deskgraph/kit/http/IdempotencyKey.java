package io.deskgraph.kit.http;

/**
 * @param text what the client called the request
 * @param request a digest of what the request asks for
 */
record IdempotencyKey(String text, byte[] request) {}

package io.deskgraph.gateway.proxy;

/**
 * Who is at the other end, as far as the network tells.
 *
 * @param address of the client itself, past trusted proxies
 * @param secure whether the client's own connection is under TLS
 */
public record Visitor(String address, boolean secure) {}

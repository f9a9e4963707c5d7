/**
 * Cuts off clients that take for ever to say what they want. A server that only looks for silence is kept busy by a byte
 * now and then; here the head of each request has a deadline, counted from its first byte. It works below the HTTP
 * server, on the network library's own hook, for there is no request yet that anything above could see.
 */
@NullMarked
package io.deskgraph.gateway.slow;

import org.jspecify.annotations.NullMarked;

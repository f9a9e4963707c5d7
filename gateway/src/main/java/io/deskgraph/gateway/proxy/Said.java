package io.deskgraph.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered to the gateway itself.
 *
 * @param tag the answer's entity tag
 */
public record Said(int status, @Nullable String tag, Buffer body) {}

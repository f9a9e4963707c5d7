package io.deskgraph.gateway.route;

import io.vertx.core.http.HttpMethod;

/**
 * A row of the table.
 *
 * @param pattern literal segments, <code>{}</code> for any one segment, a final <code>**</code> for all that follow
 * @param open whether it may be read without a credential
 * @param bodyLimit the longest request body in bytes
 * @param slow whether the service may take its time over a whole file
 */
public record Route(String pattern, Upstream upstream, boolean open, long bodyLimit, boolean slow) {

    Route(String pattern, Upstream upstream, boolean open, long bodyLimit) {
        this(pattern, upstream, open, bodyLimit, false);
    }

    /** Only reading can be open to everybody. */
    public boolean isOpenTo(HttpMethod method) {
        return open && (method == HttpMethod.GET || method == HttpMethod.HEAD);
    }
}

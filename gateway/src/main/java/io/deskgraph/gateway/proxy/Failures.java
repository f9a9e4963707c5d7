package io.deskgraph.gateway.proxy;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.util.concurrent.TimeoutException;

/** What a failure to get a connection says about the service. */
final class Failures {

    private Failures() {}

    /** The service did not take the connection, as while it restarts; a full pool or a long wait is something else. */
    static boolean isRefusal(Throwable cause) {
        return !(cause instanceof ConnectionPoolTooBusyException || cause instanceof TimeoutException);
    }
}

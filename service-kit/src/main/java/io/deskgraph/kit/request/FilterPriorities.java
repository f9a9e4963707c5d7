package io.deskgraph.kit.request;

/** The order of every filter the kit brings, in one place: a lower number runs earlier. */
public final class FilterPriorities {

    /** Router: the clock of the request, before anything that could answer it. */
    public static final int MEASURE = -20_500;
    /** Router: the request id, so that every later answer carries it. */
    public static final int REQUEST_ID = -10_000;
    /** Router: headers that every answer has unless a resource says otherwise. */
    public static final int DEFAULT_HEADERS = -9_990;
    /** Router: errors raised outside JAX-RS. */
    public static final int ROUTER_FAILURES = -9_980;
    /** Router: target text that no resource should have to think about. */
    public static final int TARGET_TEXT = -9_970;
    /** Router: announced body sizes. */
    public static final int BODY_SIZE = -9_960;

    /** JAX-RS, before matching: request id into {@link CurrentRequest}, JSON as the default media type. */
    public static final int BEGIN_REQUEST = 100;
    /** JAX-RS: verified caller into {@link CurrentRequest}. */
    public static final int BIND_CALLER = 1_100;
    /** JAX-RS: what the tenant's constraints say about this caller, and about this route. */
    public static final int CONSTRAINTS = 1_200;
    /** JAX-RS: query parameters the route does not know. */
    public static final int IGNORED_PARAMETERS = 3_000;
    /** JAX-RS answers: conditional reads. */
    public static final int CONDITIONAL_READ = 3_000;

    private FilterPriorities() {}
}

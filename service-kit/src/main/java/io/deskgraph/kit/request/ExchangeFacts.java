package io.deskgraph.kit.request;

/** Names under which an exchange keeps what is to be told of it when it ends. */
public final class ExchangeFacts {

    /** The template of a route that is not a resource's, a {@code String}. */
    public static final String ROUTE = "deskgraph.route";

    /** The short name of the caller's tenant, a {@code String}; there once the caller is known. */
    public static final String TENANT = "deskgraph.tenant";

    /** There, with any value, if the caller's permissions did not suffice. */
    public static final String DENIED = "deskgraph.denied";

    private ExchangeFacts() {}
}

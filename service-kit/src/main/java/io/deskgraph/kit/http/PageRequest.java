package io.deskgraph.kit.http;

/** Which page of a list is asked for; parsed by {@link QueryParams#page} so that a bad value is told like any other. */
public record PageRequest(int page, int limit) {

    public long offset() {
        return (page - 1L) * limit;
    }
}

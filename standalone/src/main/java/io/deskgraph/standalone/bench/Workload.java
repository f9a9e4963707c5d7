package io.deskgraph.standalone.bench;

import java.util.List;

/**
 * Requests of one kind, sent one after the other, and from the beginning again.
 *
 * @param once whether each has its effect once only
 * @param limit which of the two limits of the database it is held against
 */
record Workload(String name, Limit limit, boolean once, List<Request> requests) {

    /** What pgbench does beside it. */
    enum Limit {
        READS,
        INSERTS,
        NONE
    }

    /** @param body empty for none */
    record Request(BenchTenant tenant, String method, String path, String body) {

        static Request get(BenchTenant tenant, String path) {
            return new Request(tenant, "GET", path, "");
        }

        /** A line for the load generator's script. */
        String line() {
            return String.join("\t", method, path, tenant.host(), tenant.key(), body);
        }
    }
}

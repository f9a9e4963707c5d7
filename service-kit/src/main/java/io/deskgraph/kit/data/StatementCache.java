package io.deskgraph.kit.data;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;

/**
 * Lets each connection keep long statements prepared as well. The client's own limit is 2,048 characters; a longer one,
 * such as a ticket with all its names, would be parsed and planned at each request, which costs twenty times its run.
 */
@Singleton
class StatementCache implements PgPoolCreator {

    private static final int LONGEST = 64 * 1024;

    @Override
    public Pool create(Input input) {
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(input.pgConnectOptionsList().stream()
                        .map(StatementCache::withLongStatements)
                        .toList())
                .using(input.vertx())
                .withConnectHandler(Flights::gather)
                .build();
    }

    private static SqlConnectOptions withLongStatements(SqlConnectOptions options) {
        return options.setPreparedStatementCacheSqlLimit(LONGEST);
    }
}

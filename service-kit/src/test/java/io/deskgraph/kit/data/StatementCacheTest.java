package io.deskgraph.kit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementCacheTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String LONG = "SELECT 1 /* " + "as long as a ticket with its names ".repeat(100) + "*/";
    private static final String KEPT = "SELECT count(*) AS kept FROM pg_prepared_statements WHERE statement = $1";

    @Inject
    Transactions transactions;

    @Test
    void aLongStatementStaysPreparedOnItsConnection() {
        long kept = transactions
                .run(Ids.next(), tx -> tx.sql(LONG)
                        .chain(() -> tx.sql(KEPT, LONG))
                        .map(rows -> rows.iterator().next().getLong("kept")))
                .await()
                .atMost(DEADLINE);

        assertEquals(1, kept);
    }
}

package io.deskgraph.assets.importing;

import static io.deskgraph.assets.Files.upload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.deskgraph.assets.Parallel;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More imports at once than there are connections to the database. */
@QuarkusTest
@TestProfile(ImportJobTest.SmallSteps.class)
class ImportCrowdTest {

    private static final int IMPORTS = 20;

    private final Api api = Api.ofNewTenant();

    @Test
    void whoWaitsDoesNotKeepTheOthersFromTheirConnections() {
        List<Integer> created = Parallel.times(
                IMPORTS,
                i -> upload(api, "", rows(i)).then().statusCode(200).extract().<Integer>path("created"));

        assertEquals(Collections.nCopies(IMPORTS, 60), created);
        assertEquals(60 * IMPORTS, Database.count("SELECT count(*) FROM assets WHERE tenant_id = ?", api.tenant()));
    }

    @Test
    void whoFindsNoRoomToWaitIsToldWhenToComeAgain() throws SQLException {
        api.asset("FIRST");
        try (Connection other = Database.connect("owner")) {
            other.setAutoCommit(false);
            lockCounter(other);
            List<Response> answers = Parallel.times(IMPORTS + 1, i -> {
                Response answer = upload(api, "", rows(i));
                release(other);
                return answer;
            });

            Map<Integer, Long> statuses =
                    answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
            assertEquals(Map.of(200, (long) IMPORTS, 503, 1L), statuses);
            answers.stream()
                    .filter(answer -> answer.statusCode() == 503)
                    .forEach(answer -> assertEquals("10", answer.header("Retry-After")));
        }
    }

    /** No import can create anything while it is held, so all that were let in are there at once. */
    private void lockCounter(Connection other) throws SQLException {
        try (PreparedStatement lock =
                other.prepareStatement("SELECT 1 FROM inventories WHERE tenant_id = ? FOR UPDATE")) {
            lock.setObject(1, api.tenant());
            lock.executeQuery();
        }
    }

    private static void release(Connection other) {
        try {
            other.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rows(int file) {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "T-%d-%d,Thing".formatted(file, i))
                .collect(Collectors.joining("\n", "asset_tag,name\n", "\n"));
    }
}

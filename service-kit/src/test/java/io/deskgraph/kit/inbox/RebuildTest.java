package io.deskgraph.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest {

    private static final String TYPE = "io.deskgraph.contract.tested.v1";
    private static final String TOPIC = Topics.BUNDLES;

    private final UUID tenant = Ids.next();

    @TestHTTPResource(value = "/copies", management = true)
    URI copies;

    @Test
    void whateverHasHappenedToCopiesARebuildMakesThemRight() {
        // Given
        publish("changed", 1, "a");
        publish("changed", 2, "b");
        publish("lost", 1, "c");
        publish("ahead", 1, "d");
        Eventually.until("applied", () -> rows().equals(List.of("ahead=d", "changed=b", "lost=c")));

        // When: a wrong row, a missing one, one too many, and a note of a version that never was
        execute("UPDATE note_copies SET text = 'wrong' WHERE tenant_id = ? AND id = 'changed'");
        execute("DELETE FROM note_copies WHERE tenant_id = ? AND id = 'lost'");
        execute("INSERT INTO note_copies (tenant_id, id, text) VALUES (?, 'stray', 'x')");
        execute("UPDATE inbox SET version = 99 WHERE tenant_id = ? AND subject = 'ahead'");
        execute("UPDATE note_copies SET text = 'wrong' WHERE tenant_id = ? AND id = 'ahead'");
        rebuild();

        // Then
        assertEquals(List.of("ahead=d", "changed=b", "lost=c"), rows());
        assertEquals(
                List.of("ahead=1", "changed=2", "lost=1"),
                Database.texts("SELECT subject || '=' || version FROM inbox WHERE tenant_id = ? ORDER BY 1", tenant));

        // And new events are applied as ever
        publish("ahead", 2, "e");
        Eventually.until("next", () -> rows().equals(List.of("ahead=e", "changed=b", "lost=c")));
    }

    @Test
    void anOldVersionThatWasSentAgainDoesNotComeBack() {
        // Given
        publish("one", 1, "old");
        publish("one", 2, "new");
        publish("one", 1, "old");
        Eventually.until("applied", () -> rows().equals(List.of("one=new")));

        // When
        rebuild();

        // Then
        assertEquals(List.of("one=new"), rows());
    }

    @Test
    void aTenantWithAnEventThatCannotBeAppliedLosesNothing() {
        // Given
        publish("good", 1, "a");
        Events.publish(TOPIC, TYPE, tenant, "bad", 1, "{\"after\":{}}");
        publish("later", 1, "b");
        Eventually.until("applied", () -> rows().equals(List.of("good=a", "later=b")));
        execute("INSERT INTO note_copies (tenant_id, id, text) VALUES (?, 'stray', 'x')");

        // When
        rebuild();

        // Then
        assertEquals(List.of("good=a", "later=b", "stray=x"), rows());
    }

    @Test
    void aTopicThatNobodyReadsHereIsNotFound() {
        given().post(copies + "/deskgraph.nothing/rebuild").then().statusCode(404);
    }

    private void rebuild() {
        given().post(copies + "/" + TOPIC + "/rebuild")
                .then()
                .statusCode(200)
                .body("topic", equalTo(TOPIC))
                .body("subjects", greaterThanOrEqualTo(1));
    }

    private void publish(String subject, long version, String text) {
        Events.publish(TOPIC, TYPE, tenant, subject, version, "{\"after\":{\"text\":\"" + text + "\"}}");
    }

    private void execute(String sql) {
        assertEquals(1, Database.execute(sql, tenant));
    }

    private List<String> rows() {
        return Database.texts("SELECT id || '=' || text FROM note_copies WHERE tenant_id = ? ORDER BY 1", tenant);
    }
}

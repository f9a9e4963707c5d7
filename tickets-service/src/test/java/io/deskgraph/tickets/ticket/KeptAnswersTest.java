package io.deskgraph.tickets.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.Scrape;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeptAnswersTest {

    @Inject
    KeptAnswers answers;

    @Inject
    ETags tags;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @Test
    void theSecondReadingIsAnsweredFromMemory() {
        String ticket = desk.ticket();
        read(ticket);
        KeptAnswers.Kept kept = answers.find(key(ticket));
        assertNotNull(kept);
        answers.keep(key(ticket), kept.basis(), tags.render(7, Map.of("title", "From memory")));

        Response answer = read(ticket);

        assertEquals("{\"data\":{\"title\":\"From memory\"}}", answer.asString());
    }

    @Test
    void anAnswerFromMemoryIsTheSameToTheByteAndTheHeader() {
        String ticket = desk.ticket("tags", List.of("Zoë", "b"), "due_date", "2031-01-01T00:00:00Z");
        double before = counted("kept");

        Response made = read(ticket);
        Response kept = read(ticket);

        assertEquals(made.asString(), kept.asString());
        assertEquals(headers(made), headers(kept));
        assertEquals(1, counted("kept") - before);
        desk.request()
                .header("If-None-Match", made.header("ETag"))
                .get("/api/v1/tickets/" + ticket)
                .then()
                .statusCode(304)
                .header("ETag", made.header("ETag"));
    }

    @Test
    void ofAnotherTenantThereIsNothingToRead() {
        String ticket = desk.ticket();
        read(ticket);
        Desk other = new Desk();

        int status = other.request().get("/api/v1/tickets/" + ticket).statusCode();

        assertEquals(404, status);
        assertNotNull(answers.find(key(ticket)));
    }

    @Test
    void whatIsDeletedIsNotRemembered() {
        String ticket = desk.ticket();
        read(ticket);
        Database.execute("DELETE FROM tickets WHERE id = ?", UUID.fromString(ticket));

        int status = desk.request().get("/api/v1/tickets/" + ticket).statusCode();

        assertEquals(404, status);
        assertNull(answers.find(key(ticket)));
    }

    @Test
    void aTicketBecomesOverdueWithoutAnyWrite() {
        Instant due = Instant.now().plusSeconds(3);
        String ticket = desk.ticket("due_date", due.toString());

        boolean early = read(ticket).path("data.is_overdue");
        KeptAnswers.Kept kept = answers.find(key(ticket));

        assertEquals(false, early);
        assertNotNull(kept);
        Eventually.until("overdue", () -> Instant.now().isAfter(due.plusMillis(50)));
        assertEquals(true, read(ticket).path("data.is_overdue"));
        assertNotEquals(kept, answers.find(key(ticket)));
    }

    /** A replica that was made from a backup counts versions a second time. */
    @Test
    void theSameVersionWrittenBySomebodyElseIsAnotherAnswer() {
        String ticket = desk.ticket();
        read(ticket);
        Database.execute("UPDATE tickets SET title = 'Behind the back' WHERE id = ?", UUID.fromString(ticket));

        String title = read(ticket).path("data.title");

        assertEquals("Behind the back", title);
    }

    private Response read(String ticket) {
        Response answer = desk.request().get("/api/v1/tickets/" + ticket);
        answer.then().statusCode(200);
        return answer;
    }

    private KeptAnswers.Key key(String ticket) {
        return new KeptAnswers.Key(desk.tenant, UUID.fromString(ticket));
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id"))
                .map(Header::toString)
                .sorted()
                .toList();
    }

    private static double counted(String outcome) {
        return Scrape.now().sum("ticket_answers_total", "outcome=" + outcome);
    }
}

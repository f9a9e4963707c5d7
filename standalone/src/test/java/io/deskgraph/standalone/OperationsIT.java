package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.contracts.Topics;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.embedded.FreePorts;
import io.deskgraph.embedded.PostgresServer;
import io.deskgraph.kit.test.SpanCollector;
import io.deskgraph.standalone.client.Answer;
import io.deskgraph.standalone.suite.Health;
import io.deskgraph.standalone.suite.Operator;
import io.deskgraph.standalone.suite.Operator.Task;
import io.deskgraph.standalone.suite.Replica;
import io.deskgraph.standalone.suite.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What the handbook of operations promises of all processes together, on a suite of its own, for this one loses data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ROUNDS = 4;

    private static final String TICKETS_KNOWN_TO_LINKS = """
            SELECT ticket_id || ' ' || version || ' ' || ticket_number || ' ' || title FROM ticket_copies
            WHERE tenant_id = ? ORDER BY 1""";

    private static final String TICKETS = """
            SELECT id || ' ' || version || ' ' || ticket_number || ' ' || title FROM tickets
            WHERE tenant_id = ? ORDER BY 1""";

    private final int collector = FreePorts.any();
    private final Suite suite =
            Suite.start("operations", Map.of("DESKGRAPH_TRACES_ENDPOINT", "http://127.0.0.1:" + collector));
    private final UUID tenant = suite.credentials().tenant("acme").tenantId();
    private final Desk desk = new Desk(suite.client("acme", "admin"), "operations");
    private PostgresServer restored;
    private String asset;
    private String changed;
    private String deleted;
    private String lost;

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    @Order(1)
    void oneTraceLeadsFromTheClientsRequestToWhoeverHearsOfTheChange() {
        try (SpanCollector spans = SpanCollector.on(collector)) {
            OneTrace trace = new OneTrace(spans);

            Answer answer = desk.client()
                    .with("traceparent", trace.header())
                    .post("/api/v1/tickets", titled(desk.ticketDraft(), "Traced"));

            assertEquals(201, answer.status(), answer.text());
            trace.assertWhole();
        }
    }

    private static Map<String, String> titled(Map<String, String> draft, String title) {
        Map<String, String> ticket = new HashMap<>(draft);
        ticket.put("title", title);
        return ticket;
    }

    /**
     * The database of tickets is lost and comes back as it was a little earlier, on another server, while the other services
     * and Kafka know what came after.
     */
    @Test
    @Order(2)
    void aDatabaseRestoredToAMomentAgreesAgainWithWhatTheOthersHaveHeard() throws Exception {
        Archive archive = archive();
        Collection<SteadyLoad.Round> acknowledged;
        String moment;
        try (SteadyLoad load = load();
                Connection server = suite.database("postgres")) {
            archive.backUp(server, suite.layout().postgres());
            beforeTheMoment();
            awaitRounds(load, ROUNDS);
            acknowledged = List.copyOf(load.rounds());
            moment = Archive.moment(server);
            awaitRounds(load, load.done() + ROUNDS);
            afterTheMoment();
        }
        loseTickets(archive);

        try (PostgresServer server = archive.restore(suite.postgres().options(), moment);
                Replica tickets = ticketsOn(server)) {
            restored = server;
            tickets.start();
            doAsTheHandbookSays();
            assertTrue(Deadline.in(PATIENCE).await(this::allAgree), this::difference);
            assertIsAsItWasAtTheMoment(acknowledged);
            assertItGoesOn();
        }
    }

    private Archive archive() throws IOException, SQLException {
        Archive archive = new Archive(suite.layout().state());
        try (Connection server = suite.database("postgres")) {
            archive.configure(server);
        }
        suite.kill9("postgresql");
        suite.restart("postgresql");
        assertTrue(Deadline.in(PATIENCE).await(this::allAreReady));
        return archive;
    }

    private boolean allAreReady() {
        return Stream.of(Service.values())
                .allMatch(service -> new Health(suite.ports().management(service)).isReady());
    }

    private SteadyLoad load() {
        var acme = suite.credentials().tenant("acme");
        Map<String, String> headers = Map.of("Host", acme.host(), "X-API-Key", acme.key("admin"));
        return new SteadyLoad(1, suite.credentials().gateway(), headers, desk.ticketDraft());
    }

    private static void awaitRounds(SteadyLoad load, int number) {
        assertTrue(Deadline.in(PATIENCE)
                .await(() -> load.done() >= number || !load.failures().isEmpty()));
        assertEquals(List.of(), List.copyOf(load.failures()));
    }

    private void beforeTheMoment() {
        asset = desk.asset();
        changed = desk.ticket();
        deleted = desk.ticket();
        assertEquals(201, desk.link(asset, changed).status());
    }

    /** All of it is known to the other services before the database is lost. */
    private void afterTheMoment() throws SQLException {
        lost = desk.ticket();
        assertEquals(201, desk.link(asset, lost).status());
        assertEquals(200, put("/api/v1/tickets/" + changed, "title", "lost title"));
        assertEquals(204, desk.client().delete("/api/v1/tickets/" + deleted).status());
        assertEquals(
                200,
                desk.client()
                        .patch("/api/assets/" + asset, Map.of("name", "Renamed"))
                        .status());
        assertTrue(Deadline.in(PATIENCE).await(this::allAgree), this::difference);
    }

    private int put(String path, String member, String value) {
        return desk.client().put(path, Map.of(member, value)).status();
    }

    private void loseTickets(Archive archive) throws SQLException {
        suite.kill9("tickets-service");
        try (Connection server = suite.database("postgres");
                var statement = server.createStatement()) {
            archive.complete(server);
            boolean unused = statement.execute("DROP DATABASE tickets WITH (FORCE)");
        }
    }

    /** In place of the one that was there, as its gateway knows it. */
    private Replica ticketsOn(PostgresServer server) {
        Map<String, String> place = Map.of(
                "DESKGRAPH_DB_PORT", String.valueOf(server.port()),
                "DESKGRAPH_HTTP_PORT", String.valueOf(suite.ports().http(Service.TICKETS)),
                "DESKGRAPH_MANAGEMENT_PORT", String.valueOf(suite.ports().management(Service.TICKETS)));
        return suite.replica(Service.TICKETS, "tickets-restored", place);
    }

    private void doAsTheHandbookSays() {
        Operator operator = new Operator(suite.ports().management(Service.TICKETS));
        List<JsonNode> reports = new ArrayList<>();
        for (Task task : List.of(Task.RECONCILE, Task.REBUILD)) {
            operator.topics(task).forEach(topic -> reports.add(operator.run(task, topic)));
        }
        reports.forEach(report -> assertEquals(0, report.path("failed").asInt(), report.toString()));
        JsonNode told = reports.stream()
                .filter(report -> report.path("topic").asText().equals(Topics.TICKETS))
                .findFirst()
                .orElseThrow();
        assertTrue(told.path("restated").asInt() >= 2, told.toString());
        assertTrue(told.path("withdrawn").asInt() >= 1, told.toString());
    }

    private boolean allAgree() {
        return difference().isEmpty();
    }

    /** Each copy against what it is a copy of; empty when all are the same. */
    private String difference() {
        StringBuilder differences = new StringBuilder();
        compare(differences, "tickets", TICKETS, "links", TICKETS_KNOWN_TO_LINKS);
        compare(differences, "tickets", ids("tickets", "id"), "assets", ids("ticket_copies", "id"));
        compare(differences, "assets", named("assets"), "tickets", named("asset_copies"));
        String links = ids("ticket_asset_links", "link_id");
        compare(differences, "links", links, "tickets", ids("ticket_asset_link_copies", "id"));
        compare(differences, "links", links, "assets", ids("ticket_link_copies", "id"));
        return differences.toString();
    }

    private static String ids(String table, String id) {
        return "SELECT " + id + "::text FROM " + table + " WHERE tenant_id = ? ORDER BY 1";
    }

    private static String named(String table) {
        return "SELECT id || ' ' || name FROM " + table + " WHERE tenant_id = ? ORDER BY 1";
    }

    private void compare(StringBuilder differences, String owner, String sql, String reader, String copy) {
        List<String> there = texts(owner, sql);
        List<String> here = texts(reader, copy);
        if (!there.equals(here)) {
            differences.append(owner + " has " + there + ", " + reader + " has " + here + "\n");
        }
    }

    private void assertIsAsItWasAtTheMoment(Collection<SteadyLoad.Round> acknowledged) {
        for (SteadyLoad.Round round : acknowledged) {
            assertEquals(round.title(), title(round.ticket()));
            assertEquals(List.of(round.ticket()), ticketsOf(round.asset()));
        }
        assertEquals(200, desk.client().get("/api/v1/tickets/" + deleted).status());
        assertEquals(404, desk.client().get("/api/v1/tickets/" + lost).status());
        assertEquals(List.of(changed), ticketsOf(asset));
        assertFalse(title(changed).equals("lost title"));
    }

    private void assertItGoesOn() {
        assertEquals(201, desk.link(asset, deleted).status());
        assertEquals(200, put("/api/v1/tickets/" + changed, "title", "after the restore"));
        String next = desk.ticket();
        List<Long> numbers =
                texts("tickets", "SELECT number::text FROM tickets WHERE tenant_id = ? ORDER BY number").stream()
                        .map(Long::valueOf)
                        .toList();
        List<Long> gapFree = LongStream.range(numbers.get(0), numbers.get(0) + numbers.size())
                .boxed()
                .toList();
        assertEquals(gapFree, numbers);
        assertEquals(200, desk.client().get("/api/v1/tickets/" + next).status());
        assertTrue(Deadline.in(PATIENCE).await(this::allAgree), this::difference);
    }

    private String title(String ticket) {
        Answer answer = desk.client().get("/api/v1/tickets/" + ticket);
        assertEquals(200, answer.status(), answer.text());
        return answer.data().path("title").asText();
    }

    private List<String> ticketsOf(String one) {
        List<String> tickets = new ArrayList<>();
        desk.client()
                .get("/api/v1/assets/" + one + "/tickets")
                .data()
                .forEach(row -> tickets.add(row.path("ticket_id").asText()));
        return tickets;
    }

    private List<String> texts(String database, String sql) {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            List<String> texts = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    texts.add(found.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return restored != null && database.equals("tickets")
                ? restored.connectAsSuperuser(database)
                : suite.database(database);
    }
}

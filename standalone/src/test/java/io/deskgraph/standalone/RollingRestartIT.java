package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.VirtualAddress.Backend;
import io.deskgraph.standalone.events.Event;
import io.deskgraph.standalone.events.EventTail;
import io.deskgraph.standalone.suite.Replica;
import io.deskgraph.standalone.suite.Service;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two replicas of everything, each replaced in turn while clients work. Between services, and before the gateways, stands
 * what a cluster has there; the gateways know the addresses of both replicas of each service.
 */
@ExtendWith(Suite.Extension.class)
class RollingRestartIT {
    private static final int CLIENTS = 3;
    private static final int ROUNDS_BETWEEN = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** A slow machine may need a while from seeing that a replica is ready to having a connection to it. */
    private static final Map<String, String> UNHURRIED = Map.of("QUARKUS_SHUTDOWN_DELAY", "3S");

    private final Suite suite;
    private final List<AutoCloseable> opened = new ArrayList<>();

    RollingRestartIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void noRequestFailsAndNothingIsLostWhileEveryReplicaIsReplaced() {
        Map<String, String> ticket = new Desk(suite.client("acme", "admin"), Desk.unique()).ticketDraft();
        Collection<SteadyLoad.Round> rounds;
        suite.stopServices();
        try {
            rounds = replaceAllUnderLoad(ticket);
        } finally {
            opened.parallelStream().forEach(RollingRestartIT::close);
            suite.startServices();
        }
        rounds.forEach(this::assertStored);
        assertEachEventOnce(rounds);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Collection<SteadyLoad.Round> replaceAllUnderLoad(Map<String, String> ticket) {
        List<Replica> tickets = pair(Service.TICKETS, Map.of());
        List<Replica> assets = pair(Service.ASSETS, Map.of());
        Map<String, String> owners = Map.of(
                "DESKGRAPH_UPSTREAM_TICKETS", before(tickets).url(),
                "DESKGRAPH_UPSTREAM_ASSETS", before(assets).url());
        List<Replica> links = pair(Service.LINKS, owners);
        Map<String, String> upstreams = Map.of(
                "DESKGRAPH_UPSTREAM_TICKETS", both(tickets),
                "DESKGRAPH_UPSTREAM_ASSETS", both(assets),
                "DESKGRAPH_UPSTREAM_LINKS", both(links));
        List<Replica> gateways = pair(Service.GATEWAY, upstreams);
        List<Replica> all = Stream.of(tickets, assets, links, gateways)
                .flatMap(List::stream)
                .toList();
        all.forEach(Replica::launch);
        all.forEach(Replica::awaitReady);

        var acme = suite.credentials().tenant("acme");
        Map<String, String> headers = Map.of("Host", acme.host(), "X-API-Key", acme.key("admin"));
        SteadyLoad load = new SteadyLoad(CLIENTS, URI.create(before(gateways).url()), headers, ticket);
        try (load) {
            for (Replica replica : all) {
                awaitRounds(load, load.done() + ROUNDS_BETWEEN);
                replica.stop();
                replica.start();
            }
            awaitRounds(load, load.done() + ROUNDS_BETWEEN);
        }
        assertEquals(List.of(), List.copyOf(load.failures()), "requests that failed");
        return load.rounds();
    }

    private static void awaitRounds(SteadyLoad load, int number) {
        boolean done = Deadline.in(PATIENCE)
                .await(() -> load.done() >= number || !load.failures().isEmpty());
        assertEquals(List.of(), List.copyOf(load.failures()), "requests that failed");
        assertTrue(done, () -> "only " + load.done() + " of " + number + " rounds");
    }

    private List<Replica> pair(Service service, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(UNHURRIED);
        variables.putAll(more);
        List<Replica> pair = Stream.of("-1", "-2")
                .map(suffix -> suite.replica(service, service.module() + suffix, variables))
                .toList();
        opened.addAll(pair);
        return pair;
    }

    private VirtualAddress before(List<Replica> replicas) {
        Backend[] backends = replicas.stream()
                .map(one -> new Backend(one.port(), one.managementPort()))
                .toArray(Backend[]::new);
        VirtualAddress address = VirtualAddress.of(backends);
        opened.add(address);
        return address;
    }

    private static String both(List<Replica> replicas) {
        return replicas.stream().map(one -> "http://127.0.0.1:" + one.port()).collect(Collectors.joining(","));
    }

    private void assertStored(SteadyLoad.Round round) {
        var client = suite.client("acme", "admin");
        assertEquals(200, client.get("/api/assets/" + round.asset()).status());
        assertEquals(
                round.title(),
                client.get("/api/v1/tickets/" + round.ticket())
                        .data()
                        .path("title")
                        .asText());
        assertEquals(
                round.ticket(),
                client.get("/api/v1/assets/" + round.asset() + "/tickets")
                        .data()
                        .path(0)
                        .path("ticket_id")
                        .asText());
    }

    /** Each version of what was made has one event, whichever replica relayed it; the ticket has two versions. */
    private void assertEachEventOnce(Collection<SteadyLoad.Round> rounds) {
        Map<String, Set<String>> expected = new HashMap<>();
        for (SteadyLoad.Round round : rounds) {
            expected.put(round.asset() + " 1", new HashSet<>());
            expected.put(round.ticket() + " 1", new HashSet<>());
            expected.put(round.ticket() + " 2", new HashSet<>());
            expected.put(round.asset() + "/" + round.ticket() + " 1", new HashSet<>());
        }
        Set<String> ours = expected.keySet().stream()
                .map(change -> change.substring(0, change.indexOf(' ')))
                .collect(Collectors.toSet());
        Deadline deadline = Deadline.in(PATIENCE);
        List<String> topics = List.of(Topics.TICKETS, Topics.ASSETS, Topics.LINKS);
        try (EventTail tail = EventTail.of(suite.credentials().kafka(), topics, true)) {
            List<Event> read = tail.poll(Duration.ofMillis(200));
            while ((expected.containsValue(Set.of()) || !read.isEmpty()) && !deadline.isOver()) {
                read.stream().filter(event -> ours.contains(subject(event))).forEach(event -> note(expected, event));
                read = tail.poll(Duration.ofMillis(200));
            }
        }
        expected.forEach((change, ids) -> assertEquals(1, ids.size(), "events of " + change));
    }

    /** A link goes by what it links. */
    private static String subject(Event event) {
        return event.topic().equals(Topics.LINKS)
                ? event.json().at("/after/asset_id").asText() + "/"
                        + event.json().at("/after/ticket_id").asText()
                : event.header(Headers.SUBJECT);
    }

    private static void note(Map<String, Set<String>> expected, Event event) {
        String change = subject(event) + " " + event.header(Headers.AGGREGATE_VERSION);
        expected.computeIfAbsent(change, none -> new HashSet<>()).add(event.header(Headers.ID));
    }
}

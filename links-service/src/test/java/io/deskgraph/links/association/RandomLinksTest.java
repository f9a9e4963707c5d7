package io.deskgraph.links.association;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.PublishedEvent;
import io.deskgraph.links.desk.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random links, unlinks, changes and deletions against a model that is a set of pairs. */
@QuarkusTest
class RandomLinksTest {

    private static final int STEPS = 150;
    private static final int ENDS = 4;

    private final Desk desk = Desk.open();
    private final List<UUID> assets = new ArrayList<>();
    private final List<UUID> tickets = new ArrayList<>();
    private final Set<Pair> linked = new HashSet<>();
    private final Map<UUID, Long> versions = new HashMap<>();
    private int made;
    private int ended;

    private record Pair(UUID asset, UUID ticket) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 303})
    void theTableAndTheTopicTellWhatTheModelTells(long seed) {
        // Given
        Random random = new Random(seed);
        for (int i = 0; i < ENDS; i++) {
            assets.add(known(desk.asset()));
            tickets.add(known(desk.ticket()));
        }

        // When
        for (int step = 0; step < STEPS; step++) {
            UUID asset = assets.get(random.nextInt(ENDS));
            UUID ticket = tickets.get(random.nextInt(ENDS));
            take(random.nextInt(20), new Pair(asset, ticket));
        }

        // Then
        assertEquals(linked, new HashSet<>(stored()));
        Map<String, List<Long>> history = new TreeMap<>();
        Set<Pair> told = new HashSet<>();
        List<PublishedEvent> events = desk.linkEvents(made + ended);
        assertEquals(made + ended, events.size());
        for (PublishedEvent event : events) {
            history.computeIfAbsent(event.subject(), id -> new ArrayList<>()).add(event.version());
        }
        for (PublishedEvent event : events) {
            if (event.type().equals(EventTypes.TICKET_ASSET_LINKED)
                    && history.get(event.subject()).size() == 1) {
                told.add(new Pair(
                        UUID.fromString(event.payload().at("/after/asset_id").asText()),
                        UUID.fromString(event.payload().at("/after/ticket_id").asText())));
            }
        }
        assertEquals(made, history.size());
        history.values().forEach(seen -> assertEquals(seen.size() == 1 ? List.of(1L) : List.of(1L, 2L), seen));
        assertEquals(linked, told);
    }

    private void take(int choice, Pair pair) {
        if (choice < 7) {
            link(pair, desk.linkTicket(pair.asset(), pair.ticket()).statusCode());
        } else if (choice < 12) {
            link(pair, desk.linkAsset(pair.ticket(), pair.asset()).statusCode());
        } else if (choice < 16) {
            int status = desk.unlinkTicket(pair.asset(), pair.ticket()).statusCode();
            boolean was = linked.remove(pair);
            ended += was ? 1 : 0;
            assertEquals(was ? 204 : 404, status);
        } else if (choice < 18) {
            change(pair);
        } else {
            delete(pair, choice == 18);
        }
    }

    private void link(Pair pair, int status) {
        boolean isNew = linked.add(pair);
        made += isNew ? 1 : 0;
        assertEquals(isNew ? 201 : 409, status);
    }

    private void change(Pair pair) {
        desk.assetChanges(pair.asset(), next(pair.asset()), "Renamed");
        desk.ticketChanges(pair.ticket(), next(pair.ticket()), "Renamed");
    }

    private void delete(Pair pair, boolean ofAsset) {
        UUID gone = ofAsset ? pair.asset() : pair.ticket();
        long version = next(gone);
        if (ofAsset) {
            desk.assetIsDeleted(gone, version);
            assets.set(assets.indexOf(gone), known(desk.asset()));
        } else {
            desk.ticketIsDeleted(gone, version);
            tickets.set(tickets.indexOf(gone), known(desk.ticket()));
        }
        desk.applied(ofAsset ? Topics.ASSETS : Topics.TICKETS, gone, version);
        int before = linked.size();
        linked.removeIf(one -> one.asset().equals(gone) || one.ticket().equals(gone));
        ended += before - linked.size();
        int status = ofAsset
                ? desk.linkTicket(gone, pair.ticket()).statusCode()
                : desk.linkTicket(pair.asset(), gone).statusCode();
        assertEquals(404, status);
    }

    private long next(UUID id) {
        return versions.merge(id, 1L, Long::sum);
    }

    private UUID known(UUID id) {
        versions.put(id, 1L);
        return id;
    }

    private List<Pair> stored() {
        return Database.texts(
                        "SELECT asset_id || ' ' || ticket_id FROM ticket_asset_links WHERE tenant_id = ?",
                        desk.tenant())
                .stream()
                .map(text -> text.split(" "))
                .map(ids -> new Pair(UUID.fromString(ids[0]), UUID.fromString(ids[1])))
                .toList();
    }
}

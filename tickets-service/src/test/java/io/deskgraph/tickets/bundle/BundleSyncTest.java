package io.deskgraph.tickets.bundle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BundleSyncTest {

    private BundleDesk bundles;
    private Desk desk;
    private String master;
    private String first;
    private String second;

    @BeforeEach
    void open() {
        bundles = new BundleDesk();
        desk = bundles.desk;
        master = desk.ticket();
        first = desk.ticket();
        second = desk.ticket();
        bundles.bundled(master, List.of(first, second));
    }

    @Test
    void whatChangesOnTheMasterChangesOnTheChildrenAndNothingElse() {
        String low = desk.create("/api/v1/priorities", Map.of("priority_name", "Low"), "priority_id");

        desk.put(master, "priority_id", low, "assigned_to", desk.user, "title", "Other")
                .statusCode(200)
                .body("meta.sync.updated", containsInAnyOrder(first, second))
                .body("meta.sync.skipped", empty());

        desk.read(first)
                .body("data.priority_id", is(low))
                .body("data.assigned_to", is(desk.user.toString()))
                .body("data.title", is("Printer on fire"))
                .body("data.status_id", is(desk.open));
        desk.put(master, "assigned_to", null).body("meta.sync.updated.size()", is(2));
        desk.read(second).body("data.assigned_to", nullValue()).body("data.priority_id", is(low));
    }

    @Test
    void closingAndReopeningTheMasterClosesAndReopens() {
        desk.put(master, "status_id", desk.closed).statusCode(200);
        desk.read(first)
                .body("data.is_closed", is(true))
                .body("data.closed_at", notNullValue())
                .body("data.closed_by", is("01970000-0000-7000-8000-0000000000aa"))
                .body("data.status_is_closed", is(true));

        desk.put(master, "status_id", desk.open).statusCode(200);
        desk.read(first)
                .body("data.is_closed", is(false))
                .body("data.closed_at", nullValue())
                .body("data.closed_by", nullValue());
    }

    @Test
    void aChildThatWasClosedBeforeIsLeftAsItIs() {
        bundles.remove(master, first);
        String resolved = desk.status(desk.board, "Resolved", true);
        desk.put(first, "status_id", resolved).statusCode(200);
        bundles.add(master, first).statusCode(200);
        int before = desk.version(first);

        desk.put(master, "status_id", desk.closed)
                .body("meta.sync.updated", contains(second))
                .body(
                        "meta.sync.skipped",
                        equalTo(List.of(Map.of(
                                "ticket_id", first,
                                "ticket_number", "TIC1001",
                                "field", "status_id",
                                "reason", "already_closed"))));

        assertEquals(before, desk.version(first));
        desk.read(first).body("data.status_id", is(resolved));
    }

    @Test
    void onAnotherBoardTheStatusOfTheSameNameStandsForIt() {
        String board = desk.create("/api/v1/boards", Map.of("board_name", "Projects"), "board_id");
        String todo = desk.status(board, "To do", false);
        String done = desk.status(board, "Done", true);
        String named = desk.status(board, "CLOSED", true);
        String other = desk.ticket("board_id", board, "status_id", todo);
        String waiting = desk.status(desk.board, "Waiting", false);
        String resolved = desk.status(desk.board, "Resolved", true);
        bundles.add(master, other).statusCode(200);

        desk.put(master, "status_id", desk.closed).statusCode(200);
        desk.read(other).body("data.status_id", is(named)).body("data.is_closed", is(true));
        desk.put(master, "status_id", waiting).statusCode(200);
        desk.read(other).body("data.status_id", is(todo)).body("data.is_closed", is(false));
        desk.put(master, "status_id", resolved).statusCode(200);
        desk.read(other).body("data.status_id", is(done));
    }

    @Test
    void theDefaultOfTheOtherBoardIsTakenBeforeItsFirst() {
        String board = desk.create("/api/v1/boards", Map.of("board_name", "Projects"), "board_id");
        String todo = desk.status(board, "To do", false);
        desk.status(board, "Done", true);
        String usual = desk.create(
                "/api/v1/statuses",
                Map.of(
                        "name",
                        "Gone",
                        "status_type",
                        "ticket",
                        "board_id",
                        board,
                        "is_closed",
                        true,
                        "is_default",
                        true),
                "status_id");
        String other = desk.ticket("board_id", board, "status_id", todo);
        bundles.add(master, other).statusCode(200);

        desk.put(master, "status_id", desk.closed).statusCode(200);

        desk.read(other).body("data.status_id", is(usual));
    }

    @Test
    void aBoardWithoutAFittingStatusKeepsItsOwnAndIsReported() {
        String board = desk.create("/api/v1/boards", Map.of("board_name", "Endless"), "board_id");
        String always = desk.status(board, "Always", false);
        String low = desk.create("/api/v1/priorities", Map.of("priority_name", "Low"), "priority_id");
        String other = desk.ticket("board_id", board, "status_id", always);
        bundles.add(master, other).statusCode(200);

        desk.put(master, "status_id", desk.closed, "priority_id", low)
                .body("meta.sync.updated", containsInAnyOrder(first, second, other))
                .body("meta.sync.skipped.ticket_id", contains(other))
                .body("meta.sync.skipped[0].reason", is("no_matching_status"));

        desk.read(other).body("data.status_id", is(always)).body("data.priority_id", is(low));
    }

    @Test
    void joiningBringsNothingUntilTheMasterChangesNext() {
        String late = desk.ticket();
        desk.put(master, "assigned_to", desk.user).statusCode(200);
        bundles.add(master, late).statusCode(200);
        desk.read(late).body("data.assigned_to", nullValue());

        desk.put(master, "assigned_to", null).body("meta.sync.updated", not(contains(late)));
        desk.put(master, "assigned_to", desk.user).statusCode(200);

        desk.read(late).body("data.assigned_to", is(desk.user.toString()));
    }

    @Test
    void whatTheMasterDecidesIsLockedOnTheChildren() {
        String low = desk.create("/api/v1/priorities", Map.of("priority_name", "Low"), "priority_id");
        int before = desk.version(first);

        desk.put(first, "priority_id", low, "status_id", desk.closed, "assigned_to", null, "title", "x")
                .statusCode(409)
                .body("error.code", is("CONFLICT"))
                .body("error.details.locked_fields", contains("status_id", "priority_id"))
                .body("error.details.master_ticket_id", is(master));
        assertEquals(before, desk.version(first));

        desk.put(first, "priority_id", desk.priority, "status_id", desk.open, "title", "x")
                .statusCode(200)
                .body("data.title", is("x"))
                .body("$", not(hasKey("meta")));
    }

    @Test
    void inLinkOnlyEveryTicketIsItsOwn() {
        bundles.settings(master, "mode", "link_only").statusCode(200);

        desk.put(first, "assigned_to", desk.user).statusCode(200);
        desk.put(master, "status_id", desk.closed).statusCode(200).body("$", not(hasKey("meta")));

        desk.read(first).body("data.is_closed", is(false));
        bundles.settings(master, "mode", "sync_updates").statusCode(200);
        desk.read(first).body("data.is_closed", is(false));
        desk.put(master, "title", "x").body("meta.sync.updated", empty());
    }

    @Test
    void thePreviewTellsWhatTheChangeThenDoes() {
        String board = desk.create("/api/v1/boards", Map.of("board_name", "Endless"), "board_id");
        String other = desk.ticket("board_id", board, "status_id", desk.status(board, "Always", false));
        bundles.add(master, other).statusCode(200);
        int before = desk.version(first);

        bundles.preview(master, "status_id", desk.closed, "title", "New")
                .statusCode(200)
                .body("data.master.ticket_id", is(master))
                .body("data.master.changes.title", equalTo(Map.of("old", "Printer on fire", "new", "New")))
                .body("data.master.changes.is_closed", equalTo(Map.of("old", false, "new", true)))
                .body("data.children.ticket_number", containsInAnyOrder("TIC1001", "TIC1002", "TIC1003"))
                .body(
                        "data.children.find { it.ticket_id == '" + first + "' }.changes.status_id",
                        equalTo(Map.of("old", desk.open, "new", desk.closed)))
                .body("data.children.find { it.ticket_id == '" + other + "' }.changes.size()", is(0))
                .body(
                        "data.children.find { it.ticket_id == '" + other + "' }.skipped",
                        equalTo(List.of(Map.of("field", "status_id", "reason", "no_matching_status"))));

        assertEquals(before, desk.version(first));
        desk.read(master).body("data.title", is("Printer on fire"));
    }

    @Test
    void aPreviewIsRefusedLikeTheChange() {
        bundles.preview(first, "title", "x").statusCode(400);
        bundles.preview(master, "status_id", Ids.next()).statusCode(400);
        bundles.preview(master, "title", " ").statusCode(400);
        bundles.preview(Ids.next().toString(), "title", "x").statusCode(404);
        bundles.preview("x", "title", "x").statusCode(400);
        String alone = desk.ticket();
        bundles.preview(alone, "title", "x").statusCode(200).body("data.children", empty());
    }
}

package io.deskgraph.tickets.bundle;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.tickets.Desk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BundleSettingsTest {

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
    void whatIsSentChangesAndWhatIsNotStays() {
        bundles.settings(master, "mode", "link_only")
                .statusCode(200)
                .body(
                        "",
                        equalTo(Map.of(
                                "data",
                                Map.of(
                                        "master_ticket_id",
                                        master,
                                        "mode",
                                        "link_only",
                                        "reopen_on_child_reply",
                                        false))));
        bundles.settings(master, "reopen_on_child_reply", true)
                .body("data.mode", is("link_only"))
                .body("data.reopen_on_child_reply", is(true));
    }

    @Test
    void aTagThatIsLateIsRefused() {
        String tag = bundles.settings(master, "mode", "link_only").extract().header("ETag");
        bundles.settings(master, "mode", "sync_updates").statusCode(200);

        desk.request()
                .header("If-Match", tag)
                .body(Map.of("mode", "link_only"))
                .put("/api/v1/tickets/" + master + "/bundle/settings")
                .then()
                .statusCode(412);
    }

    @Test
    void nothingSentIsRefusedWithoutAPath() {
        bundles.settings(master)
                .statusCode(400)
                .body("error.details[0].message", is("Provide mode and/or reopen_on_child_reply"))
                .body("error.details[0].path", empty());
        bundles.settings(master, "mode", "none").statusCode(400).body("error.details[0].pointer", is("/mode"));
    }

    @Test
    void onlyAMasterHasSettings() {
        for (String ticket : List.of(first, desk.ticket(), Ids.next().toString())) {
            bundles.settings(ticket, "mode", "link_only")
                    .statusCode(404)
                    .body("message", is("Bundle settings not found"));
        }
    }

    @Test
    void aPromotedChildTakesTheBundleOverAsItIs() {
        bundles.settings(master, "mode", "link_only", "reopen_on_child_reply", true);
        int before = desk.version(second);

        bundles.promote(master, first)
                .statusCode(200)
                .body("", equalTo(Map.of("data", Map.of("oldMasterTicketId", master, "newMasterTicketId", first))));

        bundles.read(master)
                .body("data.role", is("child"))
                .body("data.master.ticket_id", is(first))
                .body("data.children.ticket_id", contains(master, second))
                .body("data.settings", equalTo(Map.of("mode", "link_only", "reopen_on_child_reply", true)));
        org.junit.jupiter.api.Assertions.assertEquals(before + 1, desk.version(second));
        desk.read(first).body("data.bundle_role", is("master"));
    }

    @Test
    void onlyAChildOfThisMasterIsPromoted() {
        String alone = desk.ticket();

        bundles.promote(master, master).statusCode(400);
        bundles.promote(first, second).statusCode(400).body("message", is("Old master ticket is not a master"));
        bundles.promote(master, alone).statusCode(400);
        bundles.promote(alone, first).statusCode(400);
        bundles.promote(Ids.next().toString(), first)
                .statusCode(404)
                .body("message", is("Old master ticket not found"));
        bundles.promote(master, Ids.next().toString())
                .statusCode(404)
                .body("message", is("New master ticket not found"));
        bundles.promote(master, "x").statusCode(400);
    }

    @Test
    void aChildIsDeletedWithItsMembership() {
        bundles.delete(first, "").statusCode(204);
        bundles.read(master).body("data.children.ticket_id", contains(second));
        bundles.delete(second, "").statusCode(204);
        bundles.read(master).body("data.role", is("standalone"));
    }

    @Test
    void aMasterIsDeletedOnlyWhenItsChildrenMayGo() {
        bundles.delete(master, "")
                .statusCode(409)
                .body("message", is("Ticket TIC1000 is the master of TIC1001, TIC1002; unbundle=true lets them go"))
                .body("error.details.code", is("BUNDLE_HAS_CHILDREN"))
                .body("error.details.blocking", contains(first, second));
        bundles.delete(master, "?unbundle=maybe").statusCode(400);
        bundles.delete(master, "?unbundle=true").statusCode(204);

        bundles.read(first).statusCode(200).body("data.role", is("standalone"));
    }
}

package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskgraph.embedded.Deadline;
import io.deskgraph.standalone.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ticket made from an asset is linked to it, at once where the keeper of links is there and soon where it is not. */
@ExtendWith(Suite.Extension.class)
class FromAssetIT {
    private static final int TICKETS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Suite suite;
    private Desk desk;

    FromAssetIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void open() {
        desk = new Desk(suite.client("acme", "admin"), Desk.unique());
    }

    @Test
    void theLinkIsSeenFromBothSidesInTheVeryNextRequest() {
        for (int i = 0; i < TICKETS; i++) {
            String asset = desk.asset();
            String ticket = made(asset);

            assertEquals(List.of(asset), assetsOf(ticket));
            assertEquals(List.of(ticket), ticketsOf(asset));
        }
    }

    @Test
    void whileTheKeeperOfLinksIsAwayTheTicketIsMadeAndItsLinkFollows() {
        String asset = desk.asset();
        desk.client().get("/api/v1/assets/" + asset + "/tickets");
        String ticket;
        suite.kill9("links-service");
        try {
            ticket = made(asset);
        } finally {
            suite.restart("links-service");
        }

        assertTrue(Deadline.in(PATIENCE).await(() -> assetsOf(ticket).equals(List.of(asset))), "no link came");
        assertEquals(List.of(ticket), ticketsOf(asset));
        JsonNode link = desk.client()
                .get("/api/v1/tickets/" + ticket + "/assets")
                .data()
                .get(0);
        assertEquals("affected", link.path("relationship_type").asText());
        assertTrue(Deadline.in(PATIENCE).await(() -> filtered(asset).equals(List.of(ticket))), "not found by asset_id");
    }

    @Test
    void aLinkThatWasTakenAwayDoesNotComeBackWithTheEvent() {
        String asset = desk.asset();
        String ticket = made(asset);
        assertEquals(
                204,
                desk.client()
                        .delete("/api/v1/tickets/" + ticket + "/assets/" + asset)
                        .status());
        String later = made(asset);

        assertTrue(Deadline.in(PATIENCE).await(() -> filtered(asset).equals(List.of(later))), "events did not arrive");
        assertEquals(List.of(), assetsOf(ticket));
    }

    private String made(String asset) {
        Answer answer = desk.ticketFromAsset(asset);
        assertEquals(201, answer.status(), answer.text());
        return answer.data().path("ticket_id").asText();
    }

    private List<String> assetsOf(String ticket) {
        return ids("/api/v1/tickets/" + ticket + "/assets", "asset_id");
    }

    private List<String> ticketsOf(String asset) {
        return ids("/api/v1/assets/" + asset + "/tickets", "ticket_id");
    }

    private List<String> filtered(String asset) {
        return ids("/api/v1/tickets?asset_id=" + asset, "ticket_id");
    }

    private List<String> ids(String path, String member) {
        List<String> ids = new ArrayList<>();
        desk.client().get(path).data().forEach(row -> ids.add(row.path(member).asText()));
        return ids;
    }
}

package io.deskgraph.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.standalone.demo.DemoData;
import io.deskgraph.standalone.demo.DemoTour;
import io.deskgraph.standalone.suite.PrivateFiles;
import io.deskgraph.standalone.suite.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Suite.Extension.class)
class DemoIT {
    private final Suite suite;

    DemoIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void theTourKeepsItsPromises() {
        // Given
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        // When
        new DemoTour(suite.credentials(), new PrintStream(shown, true, StandardCharsets.UTF_8)).run();

        // Then
        String text = shown.toString(StandardCharsets.UTF_8);
        assertTrue(text.endsWith("All as promised.\n"), text);
        assertTrue(text.contains("io.deskgraph.ticket_asset.linked.v1"), text);
    }

    @Test
    void seedingThatWasInterruptedIsFinishedWithoutDoubles() {
        // Given
        PrivateFiles.write(suite.layout().seeding(), "{\"acme\":\"done\",\"globex\":\"started\"}");
        DemoData data = new DemoData(suite.layout(), suite.credentials(), new Progress(System.out));
        data.create();
        int assets = assets();
        int tickets = tickets();

        // When
        PrivateFiles.write(suite.layout().seeding(), "{\"acme\":\"done\",\"globex\":\"started\"}");
        data.create();

        // Then
        assertTrue(assets >= 200 && tickets >= 100, assets + " assets, " + tickets + " tickets");
        assertEquals(assets, assets());
        assertEquals(tickets, tickets());
    }

    private int assets() {
        return total("/api/v1/assets?limit=1");
    }

    private int tickets() {
        return total("/api/v1/tickets?limit=1");
    }

    private int total(String path) {
        return suite.client("globex", "readonly")
                .get(path)
                .json()
                .at("/pagination/total")
                .asInt();
    }
}

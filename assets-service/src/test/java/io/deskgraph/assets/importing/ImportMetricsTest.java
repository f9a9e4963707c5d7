package io.deskgraph.assets.importing;

import static io.deskgraph.assets.Files.upload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.deskgraph.kit.test.Scrape;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportMetricsTest {

    private static final String FILE = "asset_tag,name,status\nA,One,\nB,Two,\n,,nonsense\n";

    private final Api api = Api.ofNewTenant();
    private final Scrape before = Scrape.now();

    @Test
    void rowsAreCountedByWhatBecameOfThem() {
        // When
        upload(api, "?dry_run=true", FILE);
        upload(api, "", FILE);
        upload(api, "", FILE.replace("Two", "Changed"));

        // Then
        assertEquals(3, rows("dry_run"));
        assertEquals(2, rows("created"));
        assertEquals(1, rows("updated"));
        assertEquals(1, rows("unchanged"));
        assertEquals(2, rows("error"), "a row with several mistakes is one row");
        assertEquals(0, rows("over_limit"));
        assertEquals(3, runs("finished"));
        assertEquals(0, Scrape.now().sum("import_active"));
    }

    @Test
    void aFileThatIsNoneIsNoFailureOfOurs() {
        // When
        upload(api, "", "name\nOne\n").then().statusCode(400);

        // Then
        assertEquals(1, runs("refused"));
        assertEquals(0, runs("failed"));
        assertEquals(0, Scrape.now().sum("import_active"));
    }

    private double rows(String outcome) {
        return grown("import_rows_total", outcome);
    }

    private double runs(String outcome) {
        return grown("import_runs_total", outcome);
    }

    private double grown(String name, String outcome) {
        return Scrape.now().sum(name, "outcome=" + outcome) - before.sum(name, "outcome=" + outcome);
    }
}

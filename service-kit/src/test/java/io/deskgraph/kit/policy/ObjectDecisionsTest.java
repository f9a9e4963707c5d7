package io.deskgraph.kit.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.test.Scrape;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObjectDecisionsTest {

    private static final String NAME = "authorization_decisions_total";

    @Test
    void decisionsAboutObjectsAreCounted() {
        // Given
        Access nothing = new Access(Verb.GET, List.of());
        Attributes object = new AssetAttributes(UUID.randomUUID(), "T", "default", "PC", "pc", List.of());
        Scrape before = Scrape.now();

        // When
        nothing.allows(object);
        nothing.allowed(List.of(object, object), same -> same);

        // Then
        Scrape after = Scrape.now();
        assertEquals(3, grown(before, after, "outcome=denied"));
        assertEquals(0, grown(before, after, "outcome=allowed"));
    }

    private static double grown(Scrape before, Scrape after, String outcome) {
        return after.sum(NAME, "kind=object", outcome) - before.sum(NAME, "kind=object", outcome);
    }
}

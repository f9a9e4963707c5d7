package io.deskgraph.tickets.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.http.Rendered;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeptAnswersBoundTest {

    @Inject
    ETags tags;

    private record Bounds(int entries, MemorySize size) implements KeptAnswersConfig {}

    @Test
    void thereAreNeverMoreThanAllowed() {
        KeptAnswers answers = answers(100, 8_000_000);

        fill(answers, 1_000, "small");

        assertTrue(answers.count() > 0 && answers.count() <= 100, "kept " + answers.count());
    }

    @Test
    void theirBytesStayWithinTheRoom() {
        KeptAnswers answers = answers(100_000, 1_000_000);

        fill(answers, 1_000, "x".repeat(9_500));

        assertTrue(answers.count() > 0 && answers.count() <= 100, "kept " + answers.count());
    }

    @Test
    void oneThatIsLargerThanTheRoomIsNotKept() {
        KeptAnswers answers = answers(100, 1_000);
        KeptAnswers.Key key = key();

        answers.keep(key, basis(), rendered("x".repeat(1_000)));

        assertNull(answers.find(key));
    }

    @Test
    void zeroKeepsNothing() {
        for (KeptAnswers answers : new KeptAnswers[] {answers(0, 8_000_000), answers(100, 0)}) {
            KeptAnswers.Key key = key();

            answers.keep(key, basis(), rendered("small"));

            assertNull(answers.find(key));
            assertEquals(0, answers.count());
        }
    }

    @Test
    void otherwiseItIsFound() {
        KeptAnswers answers = answers(100, 8_000_000);
        KeptAnswers.Key key = key();

        answers.keep(key, basis(), rendered("small"));

        assertNotNull(answers.find(key));
        assertNull(answers.find(new KeptAnswers.Key(Ids.next(), key.ticket())));
    }

    private void fill(KeptAnswers answers, int times, String text) {
        for (int i = 0; i < times; i++) {
            answers.keep(key(), basis(), rendered(text));
        }
    }

    private Rendered rendered(String text) {
        return tags.render(1, text);
    }

    private static KeptAnswers answers(int entries, long bytes) {
        Bounds bounds = new Bounds(entries, new MemorySize(BigInteger.valueOf(bytes)));
        return new KeptAnswers(bounds, new SimpleMeterRegistry());
    }

    private static KeptAnswers.Key key() {
        return new KeptAnswers.Key(Ids.next(), Ids.next());
    }

    private static AnswerBasis basis() {
        return new AnswerBasis(1, "1", null, false);
    }
}

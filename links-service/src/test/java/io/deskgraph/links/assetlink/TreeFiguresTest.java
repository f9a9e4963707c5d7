package io.deskgraph.links.assetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.links.desk.Graph;
import io.deskgraph.links.desk.Grown;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** How long a tree takes for a caller under twenty constraints: a node of a large one no longer than one of a small one. */
@QuarkusTest
class TreeFiguresTest {

    private static final Logger LOG = Logger.getLogger(TreeFiguresTest.class);
    private static final int DEPTH = 12;
    private static final int RUNS = 15;

    private final Graph graph = new Graph();

    @Test
    void treesOf100To10000Nodes() {
        graph.policy().where("assetId", "contains", ".*").allow("GET").store();
        for (int i = 0; i < 19; i++) {
            graph.policy()
                    .where("assetName", i % 2 == 0 ? "contains" : "ends_with", "secret-" + i)
                    .where("tags", "is_one_of", "hidden-" + i)
                    .deny("GET")
                    .store();
        }
        Map<Integer, Long> quickest = new HashMap<>();
        for (int nodes : new int[] {100, 1_000, 10_000}) {
            Grown tree = Grown.trunk(graph, nodes, DEPTH);
            long[] micros = LongStream.range(0, RUNS).map(run -> time(tree)).toArray();
            long median =
                    LongStream.of(micros).sorted().skip(RUNS / 2).findFirst().orElseThrow();
            long best = LongStream.of(micros).min().orElseThrow();
            quickest.put(nodes, best);
            LOG.infof("tree of %d nodes, depth %d: median %d us, best %d us", nodes, DEPTH, median, best);
        }
        assertTrue(quickest.get(10_000) <= 100 * quickest.get(100), quickest.toString());
    }

    private long time(Grown tree) {
        long start = System.nanoTime();
        byte[] json = graph.plainTree(tree.root());
        long micros = (System.nanoTime() - start) / 1_000;
        String text = new String(json, StandardCharsets.UTF_8);
        assertEquals(tree.size(), text.split("\"assetLinkId\"", -1).length - 1);
        return micros;
    }
}

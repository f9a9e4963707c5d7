package io.deskgraph.links.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.links.access.AssetCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against a model that knows no queue: distances grow until nothing gets nearer. */
class ReachTest {

    private static final List<String> TYPES = List.of("parentChild", "related", "feeds");

    @Property(tries = 500)
    void agreesWithTheModel(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int assets,
            @ForAll @IntRange(min = 0, max = 30) int edges,
            @ForAll @IntRange(min = 1, max = 6) int depth,
            @ForAll boolean down,
            @ForAll @IntRange(min = 0, max = 3) int types) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        Map<UUID, Surroundings.Found> known = new HashMap<>();
        for (int i = 0; i < assets; i++) {
            UUID id = new UUID(1, i);
            ids.add(id);
            known.put(id, new Surroundings.Found(new AssetCard(id, "d", "t" + i, "n", "s", "a", List.of()), Map.of()));
        }
        ImpactRequest request =
                new ImpactRequest(down, depth, types == 0 ? null : TYPES.subList(0, types), ImpactRequest.MAX_NODES);
        List<ImpactEdge> all = new ArrayList<>();
        for (int i = 0; i < edges; i++) {
            all.add(new ImpactEdge(
                    new UUID(2, i),
                    ids.get(random.nextInt(assets)),
                    ids.get(random.nextInt(assets)),
                    TYPES.get(random.nextInt(3)),
                    null));
        }
        List<ImpactEdge> wanted = all.stream()
                .filter(edge -> !edge.from().equals(edge.to()))
                .filter(request::follows)
                .toList();
        Set<UUID> hidden = new HashSet<>();
        ids.stream().skip(1).filter(id -> random.nextInt(4) == 0).forEach(hidden::add);

        Reach reach =
                Reach.from(ids.get(0), request, new Surroundings(known, wanted, false), id -> !hidden.contains(id));

        Model model = Model.of(ids.get(0), request, wanted, hidden);
        assertEquals(model.distances().keySet(), reach.paths().keySet());
        reach.paths().forEach((id, path) -> checkPath(model, request, wanted, id, path));
        assertEquals(model.hiddenAssets(), reach.hiddenAssets());
        assertEquals(model.hiddenEdges(), reach.hiddenEdges());
        assertEquals(
                wanted.stream()
                        .filter(edge -> model.distances().containsKey(edge.from())
                                && model.distances().containsKey(edge.to()))
                        .count(),
                reach.between().size());
    }

    @Property(tries = 200)
    void aBoundCutsTheFarthest(@ForAll @IntRange(min = 1, max = 9) int bound) {
        Map<UUID, Surroundings.Found> known = new HashMap<>();
        List<ImpactEdge> chain = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            UUID id = new UUID(1, i);
            known.put(id, new Surroundings.Found(new AssetCard(id, "d", "t", "n", "s", "a", List.of()), Map.of()));
            if (i > 0) {
                chain.add(new ImpactEdge(new UUID(2, i), new UUID(1, i - 1), id, "parentChild", null));
            }
        }
        ImpactRequest request = new ImpactRequest(true, 20, null, bound);
        Reach reach = Reach.from(new UUID(1, 0), request, new Surroundings(known, chain, false), id -> true);
        assertEquals(bound, reach.paths().size());
        assertEquals(bound < 9, reach.truncated());
        assertTrue(reach.paths().containsKey(new UUID(1, bound - 1)));
    }

    private static void checkPath(
            Model model, ImpactRequest request, List<ImpactEdge> edges, UUID id, List<UUID> path) {
        assertEquals(model.distances().get(id), path.size() - 1);
        assertEquals(id, path.get(path.size() - 1));
        for (int i = 1; i < path.size(); i++) {
            UUID here = path.get(i - 1);
            UUID next = path.get(i);
            assertTrue(edges.stream().anyMatch(edge -> Model.leads(request, edge, here, next)));
        }
    }
}

package io.deskgraph.links.desk;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.test.Database;
import java.util.UUID;

/**
 * A large tree, written straight into the tables.
 *
 * @param size how many nodes are below the root
 * @param fanOut how many children a node has, on each of the levels
 * @param leaves how many more the root has
 */
public record Grown(String root, int size, int fanOut, int leaves) {

    private static final String ASSETS = """
            INSERT INTO asset_copies (tenant_id, asset_id, version, number, database_id, asset_tag, name, asset_type,
                                      status, notes, extension_data, tags, created_at, updated_at)
            SELECT ?, md5(? || n)::uuid, 1, n, 'default', ? || n, 'Asset ' || n, 'server', 'available', '', '{}',
                   ARRAY['t' || n %% 7], now(), now()
            FROM generate_series(0, ?) n""".replace("%%", "%");

    private static final String EDGES = """
            INSERT INTO asset_links (tenant_id, link_id, from_asset_id, to_asset_id, relationship_type, alias, created_by,
                                     created_at, updated_by, updated_at)
            SELECT ?, gen_random_uuid(), md5(? || parent)::uuid, md5(? || child)::uuid, 'parentChild', alias, ?, now(), ?,
                   now()
            FROM (%s) AS e (parent, child, alias)""";

    /** A tree of this fan-out on each of so many levels; {@code leaves} more under the root alone. */
    public static Grown tree(Graph graph, int fanOut, int levels, int leaves) {
        int nodes = 0;
        int level = 1;
        for (int depth = 0; depth < levels; depth++) {
            level *= fanOut;
            nodes += level;
        }
        String edges = "SELECT (n - 1) / " + fanOut + ", n, NULL::text FROM generate_series(1, " + nodes + ") n"
                + " UNION ALL SELECT 0, n, NULL FROM generate_series(" + (nodes + 1) + ", " + (nodes + leaves) + ") n";
        return grow(graph, nodes + leaves, edges, fanOut).with(leaves);
    }

    /** A trunk of this depth, the remaining nodes spread over it evenly. */
    public static Grown trunk(Graph graph, int nodes, int depth) {
        String edges = "SELECT CASE WHEN n <= " + depth + " THEN n - 1 ELSE n % " + depth + " END, n, NULL::text"
                + " FROM generate_series(1, " + nodes + ") n";
        return grow(graph, nodes, edges, depth);
    }

    public static Grown chain(Graph graph, int nodes) {
        return grow(graph, nodes, "SELECT n - 1, n, NULL::text FROM generate_series(1, " + nodes + ") n", 1);
    }

    /** Each step is linked twice, so that the ways to it double. */
    public static Grown ladder(Graph graph, int steps) {
        String edges = "SELECT n - 1, n, alias FROM generate_series(1, " + steps
                + ") n CROSS JOIN (VALUES ('left'), ('right')) AS a (alias)";
        return grow(graph, steps, edges, 2);
    }

    /** How many nodes are this near to the root, in a {@link #tree}. */
    public int within(int depth) {
        int level = 1;
        int nodes = leaves;
        for (int at = 0; at < depth; at++) {
            level *= fanOut;
            nodes += level;
        }
        return nodes;
    }

    private static Grown grow(Graph graph, int nodes, String edges, int fanOut) {
        String prefix = "g" + UUID.randomUUID().toString().substring(0, 6) + "-";
        String seed = graph.tenant().toString() + prefix;
        Database.execute(ASSETS, graph.tenant(), seed, prefix, nodes);
        Database.execute(EDGES.formatted(edges), graph.tenant(), seed, seed, Ids.next(), Ids.next());
        Database.execute("ANALYZE asset_copies, asset_links");
        return new Grown(prefix + "0", nodes, fanOut, 0);
    }

    private Grown with(int more) {
        return new Grown(root, size, fanOut, more);
    }
}

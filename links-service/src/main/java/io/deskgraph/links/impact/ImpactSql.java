package io.deskgraph.links.impact;

import io.deskgraph.links.access.AssetCard;

/** The statement behind an impact. */
final class ImpactSql {

    /** Whether an edge l is of a type asked for. */
    private static final String WANTED =
            "CASE WHEN $4::text[] IS NULL THEN l.relationship_type <> 'related' ELSE l.relationship_type = ANY ($4) END";

    /**
     * A row of the walk is a whole level: an asset is in the first level that reaches it and in no other. $3 says
     * downwards, $4 which types, $5 how deep, $6 how many assets, $7 how many edges, $8 whether tickets are counted.
     *
     * <p>An asset's open tickets are those linked to it, the masters of linked children and the children of linked
     * masters, each once.
     */
    static final String AROUND = """
            WITH RECURSIVE walk (depth, level, seen) AS (
                SELECT 0, ARRAY[asset_id], ARRAY[asset_id]
                FROM asset_copies WHERE tenant_id = $1 AND asset_id = $2
                UNION ALL
                SELECT walk.depth + 1, next.ids, walk.seen || next.ids
                FROM walk CROSS JOIN LATERAL (
                    SELECT array_agg(found.id) AS ids
                    FROM (SELECT DISTINCT step.id
                          FROM unnest(walk.level) AS here (id)
                          CROSS JOIN LATERAL (
                              SELECT l.to_asset_id AS id FROM asset_links l
                              WHERE l.tenant_id = $1 AND l.from_asset_id = here.id
                                  AND ($3::boolean OR l.relationship_type = 'related') AND %1$s
                              UNION ALL
                              SELECT l.from_asset_id FROM asset_links l
                              WHERE l.tenant_id = $1 AND l.to_asset_id = here.id
                                  AND (NOT $3 OR l.relationship_type = 'related') AND %1$s) AS step
                          WHERE NOT EXISTS (SELECT FROM unnest(walk.seen) AS known (id) WHERE known.id = step.id)
                          LIMIT $6::integer + 1) AS found) AS next
                WHERE walk.depth < $5::integer AND cardinality(walk.seen) <= $6 AND next.ids IS NOT NULL),
            near AS MATERIALIZED (SELECT unnest(level) AS asset_id FROM walk),
            linked AS (
                SELECT near.asset_id, l.ticket_id
                FROM near JOIN ticket_asset_links l ON l.tenant_id = $1 AND l.asset_id = near.asset_id
                WHERE $8::boolean),
            concerned AS (
                SELECT asset_id, ticket_id FROM linked
                UNION
                SELECT linked.asset_id, other.ticket_id
                FROM linked
                JOIN bundle_members me ON me.tenant_id = $1 AND me.ticket_id = linked.ticket_id
                JOIN bundle_members other ON other.tenant_id = $1 AND other.bundle_id = me.bundle_id
                    AND (me.role = 'master' OR other.role = 'master')),
            open AS (
                SELECT c.asset_id, coalesce(p.name, t.priority_id::text, 'none') AS priority, count(*) AS tickets
                FROM concerned c
                JOIN ticket_copies t ON t.tenant_id = $1 AND t.ticket_id = c.ticket_id AND NOT t.is_closed
                LEFT JOIN reference_copies p ON p.tenant_id = $1 AND p.kind = 'priority' AND p.id = t.priority_id
                GROUP BY 1, 2),
            counted AS (SELECT asset_id, json_object_agg(priority, tickets)::text AS tickets FROM open GROUP BY asset_id)
            SELECT %2$s,
                   CASE WHEN $8 THEN coalesce(counted.tickets, '{}') END AS open_tickets,
                   NULL::uuid AS link_id, NULL::uuid AS from_asset_id, NULL::uuid AS to_asset_id,
                   NULL::text AS relationship_type, NULL::text AS alias
            FROM near
            JOIN asset_copies a ON a.tenant_id = $1 AND a.asset_id = near.asset_id
            LEFT JOIN counted ON counted.asset_id = near.asset_id
            UNION ALL
            (SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                    l.link_id, l.from_asset_id, l.to_asset_id, l.relationship_type, l.alias
             FROM near
             JOIN asset_links l ON l.tenant_id = $1 AND l.from_asset_id = near.asset_id
             JOIN near AS other ON other.asset_id = l.to_asset_id
             WHERE %1$s
             LIMIT $7::integer)""".formatted(WANTED, AssetCard.columns("a", ""));

    private ImpactSql() {}
}

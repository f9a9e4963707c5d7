-- With the tenant in them, these two indexes read all of the tenant's entries for each look-up, and compared them with the
-- few of the word. Without it they read the word's alone; the view's condition then leaves the tenant's.
DROP INDEX assets_search_ix;
DROP INDEX assets_fields_ix;

-- The line's end lets a text be followed by something wherever it stands.
CREATE INDEX assets_search_ix ON assets USING gin ((search_text || E'\n') gin_trgm_ops);
ALTER INDEX assets_search_ix ALTER COLUMN 1 SET STATISTICS 500;
-- Texts with other letters than a to z. An equation, because the planner takes those to be few.
CREATE INDEX assets_script_ix ON assets (tenant_id, asset_tag, id)
    WHERE (octet_length(search_text) > length(search_text))::int = 1;

-- The same field with the same value in two tenants is two entries of the index.
CREATE FUNCTION asset_scoped(tenant uuid, fields jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 100 AS
$$
BEGIN
    RETURN jsonb_build_object(tenant::text, fields);
END
$$;
CREATE INDEX assets_fields_ix ON assets USING gin (asset_scoped(tenant_id, custom_fields) jsonb_path_ops);

-- What of a sought text to look up, as regular expressions: two letters with whatever may follow them, else the two
-- trigrams that the fewest of the sample's texts contain, since reading a common one costs as much as it has entries.
-- NULL when the index cannot help.
CREATE FUNCTION asset_probes(content text, sample text[]) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS
$$
DECLARE
    sought text := asset_fold(content);
BEGIN
    IF sought ~ '^[a-z0-9]{2}$' THEN
        RETURN ARRAY[sought || '[\x01-\x7f]', sought || '[\x01-\x7f]'];
    END IF;
    RETURN (SELECT ARRAY['***=' || min(piece), '***=' || max(piece)]
            FROM (SELECT counted.piece, counted.seen
                  FROM (SELECT p.piece, (SELECT count(*) FROM unnest(sample) AS s WHERE strpos(s, p.piece) > 0) AS seen
                        FROM (SELECT DISTINCT substring(substr(sought, i, 4) FROM '^[^[:alnum:]]?[[:alnum:]]{3}') AS piece
                              FROM generate_series(0, least(length(sought), 40)) AS i) p
                        WHERE p.piece IS NOT NULL) counted
                  ORDER BY counted.seen, counted.piece
                  LIMIT 2) rarest
            HAVING min(seen) * 10 <= cardinality(sample));
END
$$;

GRANT EXECUTE ON FUNCTION asset_scoped(uuid, jsonb), asset_probes(text, text[]) TO "${app}";

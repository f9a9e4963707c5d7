CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- A text as search compares it: without accents, in lower case. Fixed to one dictionary, so the result never varies.
CREATE FUNCTION asset_fold(content text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
$$
BEGIN
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, content));
END
$$;

-- A folded text in which LIKE finds no wildcards. Folding comes first: it can turn another character into one.
CREATE FUNCTION asset_needle(content text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(replace(replace(asset_fold(content), '\', '\\'), '%', '\%'), '_', '\_');

GRANT EXECUTE ON FUNCTION asset_fold(text), asset_needle(text) TO "${app}";

-- What people know an asset by, one line each.
ALTER TABLE assets
    ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (
        asset_fold(asset_tag || E'\n' || name || E'\n' || coalesce(serial_number, '') || E'\n'
                   || coalesce(model, '') || E'\n' || coalesce(manufacturer, ''))) STORED;
-- Finer statistics tell a rare text from a common one: the one is read by the index below, the other in the list's order.
ALTER TABLE assets ALTER COLUMN search_text SET STATISTICS 500;

CREATE INDEX assets_search_ix ON assets USING gin (tenant_id, search_text gin_trgm_ops);
CREATE INDEX assets_tag_prefix_ix ON assets (tenant_id, asset_fold(asset_tag) text_pattern_ops);
CREATE INDEX assets_name_prefix_ix ON assets (tenant_id, asset_fold(name) text_pattern_ops);
CREATE INDEX assets_fields_ix ON assets USING gin (tenant_id, custom_fields jsonb_path_ops);
CREATE INDEX assets_serial_ix ON assets (tenant_id, serial_number, id);
CREATE INDEX assets_overdue_ix ON assets (tenant_id, expected_checkin, id) WHERE status = 'deployed';

-- Row-level security keeps operators that are not leakproof, as LIKE and @>, away from indexes. This view is the owner's,
-- whom the policies do not bind, and holds the tenant's condition in itself; behind it those indexes work. Read only.
CREATE SCHEMA search;
GRANT USAGE ON SCHEMA search TO "${app}";
CREATE VIEW search.assets AS
SELECT tenant_id, id, number, database_id, asset_tag, name, asset_type, status, client_id, category_id, location_id,
       manufacturer, model, serial_number, purchase_date, purchase_cost, warranty_end_date, notes, custom_fields, tags,
       assigned_to, expected_checkin, created_at, created_by, updated_at, updated_by, version, search_text
FROM public.assets
WHERE tenant_id = app_tenant();
GRANT SELECT ON search.assets TO "${app}";

-- Finding tickets by what people remember of them. Row-level security lets no pattern, trigram or text search into an
-- index condition, so the searching is done by functions of the owner, for whom the policies do not count; each of them
-- names the tenant of the transaction itself and gives away nothing but ids.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Without accents and case. Immutable as long as nobody edits the dictionary's rules.
CREATE FUNCTION fold(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, value));

CREATE FUNCTION title_words(value text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN to_tsvector('pg_catalog.simple'::regconfig, fold(value));

-- A value as a pattern that finds it anywhere; what is special in a pattern is an ordinary character.
CREATE FUNCTION anywhere(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN '%' || regexp_replace(fold(value), '([\\%_])', '\\\1', 'g') || '%';

GRANT EXECUTE ON FUNCTION fold(text), title_words(text), anywhere(text) TO "${app}";

ALTER TABLE tickets
    ADD COLUMN search_title text GENERATED ALWAYS AS (fold(title)) STORED,
    ADD COLUMN search_words tsvector GENERATED ALWAYS AS (title_words(title)) STORED;
CREATE INDEX tickets_search_title_ix ON tickets USING gin (tenant_id, search_title gin_trgm_ops);
CREATE INDEX tickets_search_words_ix ON tickets USING gin (tenant_id, search_words);
CREATE INDEX tickets_search_number_ix ON tickets USING gin (tenant_id, lower(ticket_number) gin_trgm_ops);
CREATE INDEX clients_search_name_ix ON clients USING gin (tenant_id, fold(client_name) gin_trgm_ops);
CREATE INDEX contacts_search_name_ix ON contacts USING gin (tenant_id, fold(full_name) gin_trgm_ops);

-- All tickets with the value in one of the fields, for the filters of the list.
CREATE FUNCTION tickets_containing(value text, fields text[]) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp
    SET plan_cache_mode = force_custom_plan
AS
$$
DECLARE
    mine    uuid := app_tenant();
    pattern text := anywhere(value);
BEGIN
    IF 'title' = ANY (fields) THEN
        RETURN QUERY SELECT t.id FROM tickets t WHERE t.tenant_id = mine AND t.search_title LIKE pattern;
    END IF;
    IF 'ticket_number' = ANY (fields) THEN
        RETURN QUERY SELECT t.id FROM tickets t WHERE t.tenant_id = mine AND lower(t.ticket_number) LIKE pattern;
    END IF;
    IF 'client_name' = ANY (fields) THEN
        RETURN QUERY SELECT t.id FROM clients c
            JOIN tickets t ON t.tenant_id = c.tenant_id AND t.client_id = c.id
            WHERE c.tenant_id = mine AND fold(c.client_name) LIKE pattern;
    END IF;
END
$$;

-- The best of the newest matches, in three steps: tickets with the text as it is in one of the fields; while there is
-- room, those whose title has all the words in any order; where nothing was found, titles that are nearly like it. Of each
-- kind only the newest are looked at, so that a text which half of all tickets contain costs no more than a rare one.
CREATE FUNCTION search_tickets(
    value text, fields text[], statuses uuid[], priorities uuid[], clients uuid[], assignees uuid[],
    include_closed boolean, most integer)
    RETURNS TABLE (id uuid, score real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 25
    SET search_path = public, pg_temp
    SET plan_cache_mode = force_custom_plan
AS
$$
DECLARE
    newest  CONSTANT text := ' ORDER BY t.entered_at DESC LIMIT 200';
    mine    uuid    := app_tenant();
    folded  text    := fold(value);
    pattern text    := anywhere(value);
    words   tsquery := websearch_to_tsquery('pg_catalog.simple', fold(value));
    wanted  text    := '';
    arms    text[]  := '{}';
    found   uuid[]  := '{}';
BEGIN
    IF statuses IS NOT NULL THEN wanted := wanted || ' AND t.status_id = ANY ($4)'; END IF;
    IF priorities IS NOT NULL THEN wanted := wanted || ' AND t.priority_id = ANY ($5)'; END IF;
    IF clients IS NOT NULL THEN wanted := wanted || ' AND t.client_id = ANY ($6)'; END IF;
    IF assignees IS NOT NULL THEN wanted := wanted || ' AND t.assigned_to = ANY ($7)'; END IF;
    IF NOT include_closed THEN wanted := wanted || ' AND NOT t.is_closed'; END IF;

    IF 'title' = ANY (fields) THEN
        arms := arms || ('SELECT t.id, t.entered_at, 1 + word_similarity($8, t.search_title)
            + ts_rank(t.search_words, $3) + CASE WHEN starts_with(t.search_title, $8) THEN 1 ELSE 0 END
            FROM tickets t WHERE t.tenant_id = $1 AND t.search_title LIKE $2' || wanted || newest);
    END IF;
    IF 'ticket_number' = ANY (fields) THEN
        arms := arms || ('SELECT t.id, t.entered_at, CASE WHEN lower(t.ticket_number) = $8 THEN 5 ELSE 1.5 END
            FROM tickets t WHERE t.tenant_id = $1 AND lower(t.ticket_number) LIKE $2' || wanted || newest);
    END IF;
    IF 'client_name' = ANY (fields) THEN
        arms := arms || ('SELECT t.id, t.entered_at, 1 + similarity($8, fold(c.client_name))
            FROM clients c JOIN tickets t ON t.tenant_id = c.tenant_id AND t.client_id = c.id
            WHERE c.tenant_id = $1 AND fold(c.client_name) LIKE $2' || wanted || newest);
    END IF;
    IF 'contact_name' = ANY (fields) THEN
        arms := arms || ('SELECT t.id, t.entered_at, 1 + similarity($8, fold(n.full_name))
            FROM contacts n JOIN tickets t ON t.tenant_id = n.tenant_id AND t.contact_name_id = n.id
            WHERE n.tenant_id = $1 AND fold(n.full_name) LIKE $2' || wanted || newest);
    END IF;

    FOR id, score IN EXECUTE 'SELECT f.id, max(f.score)::real FROM ('
            || (SELECT string_agg('(' || arm || ')', ' UNION ALL ') FROM unnest(arms) arm)
            || ') f (id, entered_at, score) GROUP BY f.id, f.entered_at
                ORDER BY 2 DESC, f.entered_at DESC, f.id DESC LIMIT $9'
        USING mine, pattern, words, statuses, priorities, clients, assignees, folded, most
    LOOP
        found := found || id;
        RETURN NEXT;
    END LOOP;

    IF 'title' = ANY (fields) AND numnode(words) > 1 AND cardinality(found) < most THEN
        FOR id, score IN EXECUTE 'SELECT f.id, f.score FROM (
                SELECT t.id, t.entered_at, ts_rank(t.search_words, $3) AS score FROM tickets t
                WHERE t.tenant_id = $1 AND t.search_words @@ $3 AND t.id <> ALL ($2)' || wanted || newest || ') f
                ORDER BY f.score DESC, f.entered_at DESC, f.id DESC LIMIT $9'
            USING mine, found, words, statuses, priorities, clients, assignees, folded, most - cardinality(found)
        LOOP
            found := found || id;
            RETURN NEXT;
        END LOOP;
    END IF;

    IF 'title' = ANY (fields) AND cardinality(found) = 0 THEN
        RETURN QUERY EXECUTE 'SELECT f.id, f.score FROM (
                SELECT t.id, t.entered_at, word_similarity($8, t.search_title) AS score FROM (
                    SELECT t.id, t.entered_at, t.search_title FROM tickets t
                    WHERE t.tenant_id = $1' || wanted || ' ORDER BY t.entered_at DESC LIMIT 2000) t) f
                WHERE f.score >= 0.5
                ORDER BY f.score DESC, f.entered_at DESC, f.id DESC LIMIT $9'
            USING mine, pattern, words, statuses, priorities, clients, assignees, folded, most;
    END IF;
END
$$;

GRANT EXECUTE ON FUNCTION tickets_containing(text, text[]),
    search_tickets(text, text[], uuid[], uuid[], uuid[], uuid[], boolean, integer) TO "${app}";

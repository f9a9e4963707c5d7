-- The clients are found first and their tickets looked up by client: joined in one statement, the planner, which cannot
-- know how few clients a pattern finds, may read all tickets of the tenant instead.
CREATE OR REPLACE FUNCTION tickets_containing(value text, fields text[]) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp
    SET plan_cache_mode = force_custom_plan
AS
$$
DECLARE
    mine    uuid := app_tenant();
    pattern text := anywhere(value);
    client  uuid;
BEGIN
    IF 'title' = ANY (fields) THEN
        RETURN QUERY SELECT t.id FROM tickets t WHERE t.tenant_id = mine AND t.search_title LIKE pattern;
    END IF;
    IF 'ticket_number' = ANY (fields) THEN
        RETURN QUERY SELECT t.id FROM tickets t WHERE t.tenant_id = mine AND lower(t.ticket_number) LIKE pattern;
    END IF;
    IF 'client_name' = ANY (fields) THEN
        FOR client IN SELECT c.id FROM clients c WHERE c.tenant_id = mine AND fold(c.client_name) LIKE pattern
        LOOP
            RETURN QUERY SELECT t.id FROM tickets t WHERE t.tenant_id = mine AND t.client_id = client;
        END LOOP;
    END IF;
END
$$;

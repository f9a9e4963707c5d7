-- How many tickets there are of which kind. Counting 100,000 rows for each page of a list would cost more than the page,
-- so every change adds a row of differences, which nobody waits for, and rows that pile up are folded into one per kind.
-- The number of a kind is the sum of its rows.
CREATE TABLE ticket_counts (
    tenant_id          uuid    NOT NULL,
    id                 bigint  GENERATED ALWAYS AS IDENTITY,
    board_id           uuid    NOT NULL,
    status_id          uuid    NOT NULL,
    priority_id        uuid    NOT NULL,
    category_id        uuid,
    is_closed          boolean NOT NULL,
    tickets            bigint  NOT NULL,
    unassigned         bigint  NOT NULL,
    resolution_seconds numeric NOT NULL,
    CONSTRAINT ticket_counts_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('ticket_counts');
REVOKE INSERT, UPDATE, DELETE ON ticket_counts FROM "${app}";

-- Rows that another transaction is folding at this moment are left to it.
CREATE FUNCTION fold_ticket_counts(tenant uuid) RETURNS void
    LANGUAGE sql
AS
$$
WITH gone AS (
    DELETE FROM ticket_counts d USING (
        SELECT c.tenant_id, c.id FROM ticket_counts c WHERE c.tenant_id = tenant FOR UPDATE SKIP LOCKED) old
    WHERE d.tenant_id = old.tenant_id AND d.id = old.id
    RETURNING d.*)
INSERT INTO ticket_counts
    (tenant_id, board_id, status_id, priority_id, category_id, is_closed, tickets, unassigned, resolution_seconds)
SELECT tenant_id, board_id, status_id, priority_id, category_id, is_closed,
    sum(tickets), sum(unassigned), sum(resolution_seconds)
FROM gone
GROUP BY tenant_id, board_id, status_id, priority_id, category_id, is_closed
HAVING sum(tickets) <> 0 OR sum(unassigned) <> 0 OR sum(resolution_seconds) <> 0
$$;

CREATE FUNCTION count_tickets() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp
AS
$$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO ticket_counts
            (tenant_id, board_id, status_id, priority_id, category_id, is_closed, tickets, unassigned, resolution_seconds)
        SELECT tenant_id, board_id, status_id, priority_id, category_id, is_closed, count(*),
            count(*) FILTER (WHERE assigned_to IS NULL),
            coalesce(sum(extract(epoch FROM closed_at - entered_at)), 0)
        FROM new_rows GROUP BY 1, 2, 3, 4, 5, 6;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO ticket_counts
            (tenant_id, board_id, status_id, priority_id, category_id, is_closed, tickets, unassigned, resolution_seconds)
        SELECT tenant_id, board_id, status_id, priority_id, category_id, is_closed, -count(*),
            -count(*) FILTER (WHERE assigned_to IS NULL),
            -coalesce(sum(extract(epoch FROM closed_at - entered_at)), 0)
        FROM old_rows GROUP BY 1, 2, 3, 4, 5, 6;
    ELSE
        INSERT INTO ticket_counts
            (tenant_id, board_id, status_id, priority_id, category_id, is_closed, tickets, unassigned, resolution_seconds)
        SELECT tenant_id, board_id, status_id, priority_id, category_id, is_closed, sum(n),
            coalesce(sum(n) FILTER (WHERE assigned_to IS NULL), 0),
            coalesce(sum(n * extract(epoch FROM closed_at - entered_at)), 0)
        FROM (SELECT 1 AS n, new_rows.* FROM new_rows UNION ALL SELECT -1, old_rows.* FROM old_rows) both_rows
        GROUP BY tenant_id, board_id, status_id, priority_id, category_id, is_closed
        HAVING sum(n) <> 0 OR coalesce(sum(n) FILTER (WHERE assigned_to IS NULL), 0) <> 0
            OR coalesce(sum(n * extract(epoch FROM closed_at - entered_at)), 0) <> 0;
    END IF;
    IF random() < 0.005 THEN
        PERFORM fold_ticket_counts(app_tenant());
    END IF;
    RETURN NULL;
END
$$;
GRANT EXECUTE ON FUNCTION count_tickets() TO "${app}";

CREATE TRIGGER tickets_count_insert AFTER INSERT ON tickets
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_tickets();
CREATE TRIGGER tickets_count_delete AFTER DELETE ON tickets
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_tickets();
CREATE TRIGGER tickets_count_update AFTER UPDATE ON tickets
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_tickets();

INSERT INTO ticket_counts
    (tenant_id, board_id, status_id, priority_id, category_id, is_closed, tickets, unassigned, resolution_seconds)
SELECT tenant_id, board_id, status_id, priority_id, category_id, is_closed, count(*),
    count(*) FILTER (WHERE assigned_to IS NULL), coalesce(sum(extract(epoch FROM closed_at - entered_at)), 0)
FROM tickets GROUP BY 1, 2, 3, 4, 5, 6;

-- The answer to the reading of a ticket is kept in memory and checked at each reading: by the ticket's row, and by this
-- stamp, which is another one after every change of another row that an answer shows. It is random, so that no value comes
-- back after a restore. No row: nothing has changed yet.
CREATE TABLE ticket_context_stamps (
    tenant_id uuid NOT NULL,
    stamp     uuid NOT NULL,
    CONSTRAINT ticket_context_stamps_pk PRIMARY KEY (tenant_id)
);
SELECT protect_tenant_table('ticket_context_stamps');
REVOKE INSERT, UPDATE, DELETE ON ticket_context_stamps FROM "${app}";

-- One stamp for a transaction, however many rows it changes: they become visible together.
CREATE FUNCTION stamp_ticket_context() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp
AS
$$
DECLARE
    mine uuid := coalesce(NEW.tenant_id, OLD.tenant_id);
BEGIN
    IF current_setting('app.stamped', true) IS DISTINCT FROM mine::text THEN
        INSERT INTO ticket_context_stamps (tenant_id, stamp) VALUES (mine, gen_random_uuid())
        ON CONFLICT ON CONSTRAINT ticket_context_stamps_pk DO UPDATE SET stamp = excluded.stamp;
        PERFORM set_config('app.stamped', mine::text, true);
    END IF;
    RETURN NULL;
END
$$;

-- All writers of a tenant's look-ups meet at its stamp, so it is locked last, as part of the commit: whoever holds it waits
-- for nobody any more, and nobody waits for it longer than a commit takes. A row that stays as it was stamps nothing.
DO
$$
DECLARE
    shown text;
BEGIN
    -- What a ticket or one of its own rows refers to by a foreign key: a new row is not shown by any ticket yet, and one
    -- that is shown cannot go.
    FOREACH shown IN ARRAY ARRAY
        ['clients', 'statuses', 'priorities', 'contacts', 'categories', 'tags', 'documents', 'client_locations',
            'user_copies']
    LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON %I DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION stamp_ticket_context()',
            shown || '_stamp_update', shown);
    END LOOP;
    -- What comes and goes under a ticket that stays as it is: its client's default location, the copy of the user it is
    -- assigned to, the bundle it is the master of.
    FOREACH shown IN ARRAY ARRAY ['client_locations', 'user_copies', 'ticket_bundle_settings']
    LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION stamp_ticket_context()', shown || '_stamp', shown);
    END LOOP;
END
$$;

-- That there is a bundle is shown, its settings are not.
CREATE CONSTRAINT TRIGGER ticket_bundle_settings_stamp_update AFTER UPDATE ON ticket_bundle_settings
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.master_ticket_id IS DISTINCT FROM NEW.master_ticket_id)
    EXECUTE FUNCTION stamp_ticket_context();

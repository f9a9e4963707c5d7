-- The application role may read and write rows of every later table, and nothing else.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${app}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO "${app}";
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO "${app}", "${system}";

-- The tenant of this transaction. After a transaction-local setting ends PostgreSQL leaves an empty string behind,
-- so empty counts as unset; NULL equals nothing and every policy then hides every row.
CREATE FUNCTION app_tenant() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.tenant', true), '')::uuid;
GRANT EXECUTE ON FUNCTION app_tenant() TO "${app}", "${system}";

-- The one way to put a table behind the wall.
CREATE FUNCTION protect_tenant_table(target regclass) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format(
        'CREATE POLICY tenant ON %s TO "${app}" USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())',
        target);
END
$$;

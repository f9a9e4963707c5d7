-- A database's id is its name, so it can come again: its versions go on where they ended, or its events would be taken
-- for old ones.
CREATE TABLE deleted_databases (
    tenant_id uuid    NOT NULL,
    id        text    NOT NULL,
    version   integer NOT NULL CHECK (version > 1),
    CONSTRAINT deleted_databases_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('deleted_databases');

-- A job keeps its file, piece by piece, until it is done; says for whom it acts; and belongs to one process at a time.
ALTER TABLE import_jobs
    DROP CONSTRAINT import_jobs_status_check,
    ADD CONSTRAINT import_jobs_status_ck
        CHECK (status IN ('uploading', 'queued', 'running', 'done', 'failed', 'cancelled')),
    ADD COLUMN actor_type  text   NOT NULL DEFAULT 'SYSTEM' CHECK (actor_type IN ('USER', 'API_KEY', 'SYSTEM')),
    ADD COLUMN actor_name  text   NOT NULL DEFAULT '',
    ADD COLUMN request_id  text   NOT NULL DEFAULT '',
    ADD COLUMN size        bigint NOT NULL DEFAULT 0 CHECK (size >= 0),
    ADD COLUMN position    bigint NOT NULL DEFAULT 0,
    ADD COLUMN records     bigint NOT NULL DEFAULT 0,
    ADD COLUMN refused     bigint NOT NULL DEFAULT 0,
    ADD COLUMN listed      bigint NOT NULL DEFAULT 0,
    ADD COLUMN omitted     bigint NOT NULL DEFAULT 0,
    ADD COLUMN lease_owner uuid,
    ADD COLUMN lease_until timestamptz,
    DROP COLUMN errors;

CREATE TABLE import_chunks (
    tenant_id uuid    NOT NULL,
    job_id    uuid    NOT NULL,
    ordinal   integer NOT NULL CHECK (ordinal >= 0),
    bytes     bytea   NOT NULL,
    CONSTRAINT import_chunks_pk PRIMARY KEY (tenant_id, job_id, ordinal),
    CONSTRAINT import_chunks_job_fk FOREIGN KEY (tenant_id, job_id)
        REFERENCES import_jobs (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('import_chunks');

-- The errors of one batch, in the order of the file; records tells the batches apart and orders them.
CREATE TABLE import_errors (
    tenant_id uuid   NOT NULL,
    job_id    uuid   NOT NULL,
    records   bigint NOT NULL,
    errors    jsonb  NOT NULL,
    CONSTRAINT import_errors_pk PRIMARY KEY (tenant_id, job_id, records),
    CONSTRAINT import_errors_job_fk FOREIGN KEY (tenant_id, job_id)
        REFERENCES import_jobs (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('import_errors');

-- Whoever looks for work sees of every tenant's jobs that they are there, and nothing else.
GRANT SELECT (tenant_id, id, status, created_at, lease_until) ON import_jobs TO "${system}";
CREATE POLICY look_for_work ON import_jobs FOR SELECT TO "${system}" USING (true);

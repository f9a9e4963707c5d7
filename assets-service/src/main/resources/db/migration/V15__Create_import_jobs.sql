CREATE TABLE import_jobs (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    status         text        NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed')),
    file_name      text,
    dry_run        boolean     NOT NULL,
    create_missing boolean     NOT NULL,
    profile        text        NOT NULL CHECK (profile IN ('spreadsheet', 'exact')),
    created        bigint      NOT NULL DEFAULT 0,
    updated        bigint      NOT NULL DEFAULT 0,
    unchanged      bigint      NOT NULL DEFAULT 0,
    errors         jsonb       NOT NULL DEFAULT '[]',
    failure        text,
    created_at     timestamptz NOT NULL,
    created_by     uuid,
    started_at     timestamptz,
    finished_at    timestamptz,
    CONSTRAINT import_jobs_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX import_jobs_created_ix ON import_jobs (tenant_id, created_at, id);
SELECT protect_tenant_table('import_jobs');

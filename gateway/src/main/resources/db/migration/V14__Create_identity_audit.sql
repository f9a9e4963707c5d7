-- Who changed what, written in the change's transaction. The application can add to it and cannot take back.
CREATE TABLE identity_audit (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    actor_type   text        NOT NULL CHECK (actor_type IN ('USER', 'API_KEY', 'SYSTEM')),
    actor_id     uuid,
    actor_name   text,
    action       text        NOT NULL,
    subject_type text        NOT NULL,
    subject_id   uuid        NOT NULL,
    changes      jsonb       NOT NULL DEFAULT '{}',
    request_id   text,
    CONSTRAINT identity_audit_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX identity_audit_time_ix ON identity_audit (tenant_id, occurred_at DESC, id DESC);
CREATE INDEX identity_audit_subject_ix ON identity_audit (tenant_id, subject_id, occurred_at DESC);
SELECT protect_tenant_table('identity_audit');
REVOKE UPDATE, DELETE ON identity_audit FROM "${app}";

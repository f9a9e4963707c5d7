-- Every change of an asset with who made it. Written in the change's transaction; outlives the asset.
CREATE TABLE asset_audit (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    asset_id    uuid        NOT NULL,
    version     integer     NOT NULL,
    action      text        NOT NULL CHECK (action IN ('created', 'updated', 'checked_out', 'checked_in', 'deleted')),
    occurred_at timestamptz NOT NULL,
    actor_id    uuid,
    actor_type  text        NOT NULL CHECK (actor_type IN ('USER', 'API_KEY', 'SYSTEM')),
    actor_name  text        NOT NULL,
    request_id  text,
    before      jsonb,
    after       jsonb,
    CONSTRAINT asset_audit_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT asset_audit_version_uk UNIQUE (tenant_id, asset_id, version),
    CONSTRAINT asset_audit_states_ck CHECK (before IS NOT NULL OR after IS NOT NULL)
);
SELECT protect_tenant_table('asset_audit');
-- History is written once: the application can add to it and read it, nothing else.
REVOKE UPDATE, DELETE ON asset_audit FROM "${app}";

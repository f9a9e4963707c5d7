-- The answer a POST gave, stored with its effect, so that a repeated key gets the same answer and no second effect.
CREATE TABLE idempotency_keys (
    tenant_id  uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    key        text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request    bytea       NOT NULL,
    status     smallint    NOT NULL,
    headers    jsonb       NOT NULL,
    body       bytea,
    created_at timestamptz NOT NULL,
    CONSTRAINT idempotency_keys_pk PRIMARY KEY (tenant_id, user_id, key)
);
SELECT protect_tenant_table('idempotency_keys');
-- Expired answers are swept across tenants.
GRANT SELECT (created_at), DELETE ON idempotency_keys TO "${system}";
CREATE POLICY sweep ON idempotency_keys TO "${system}" USING (true);

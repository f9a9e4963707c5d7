-- A key itself is never stored: key_hash is HMAC-SHA-256 under a secret that is not in the database. A rotated key keeps
-- its row; the hash before it is good until previous_valid_until.
CREATE TABLE api_keys (
    tenant_id            uuid        NOT NULL,
    id                   uuid        NOT NULL,
    user_id              uuid        NOT NULL,
    name                 text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    prefix               text        NOT NULL CHECK (length(prefix) <= 12),
    key_hash             bytea       NOT NULL CHECK (length(key_hash) = 32),
    previous_hash        bytea       CHECK (length(previous_hash) = 32),
    previous_valid_until timestamptz CHECK ((previous_valid_until IS NULL) = (previous_hash IS NULL)),
    scopes               text[],
    allowed_ips          text[],
    expires_at           timestamptz,
    rotated_at           timestamptz,
    revoked_at           timestamptz,
    revoked_by           uuid,
    last_used_at         timestamptz,
    created_at           timestamptz NOT NULL,
    created_by           uuid,
    updated_at           timestamptz NOT NULL,
    updated_by           uuid,
    version              integer     NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT api_keys_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT api_keys_hash_uk UNIQUE (tenant_id, key_hash),
    CONSTRAINT api_keys_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)
);
CREATE INDEX api_keys_user_ix ON api_keys (tenant_id, user_id);
SELECT protect_tenant_table('api_keys');

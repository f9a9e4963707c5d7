-- Slugs and hosts are unique across tenants, or a host would not say which tenant it means; hence the few indexes that
-- do not start with the tenant. A duplicate tells its author no more than that the name is taken.
CREATE TABLE tenants (
    tenant_id    uuid        NOT NULL,
    slug         text        NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    is_msp       boolean     NOT NULL DEFAULT false,
    status       text        NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
    suspended_at timestamptz CHECK ((suspended_at IS NOT NULL) = (status = 'suspended')),
    created_at   timestamptz NOT NULL,
    created_by   uuid,
    updated_at   timestamptz NOT NULL,
    updated_by   uuid,
    version      integer     NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT tenants_pk PRIMARY KEY (tenant_id),
    CONSTRAINT tenants_slug_uk UNIQUE (slug)
);
CREATE UNIQUE INDEX tenants_msp_uk ON tenants (is_msp) WHERE is_msp;
SELECT protect_tenant_table('tenants');

CREATE TABLE tenant_hosts (
    tenant_id  uuid        NOT NULL,
    host       text        NOT NULL CHECK (host = lower(host) AND length(host) BETWEEN 1 AND 253),
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT tenant_hosts_pk PRIMARY KEY (tenant_id, host),
    CONSTRAINT tenant_hosts_host_uk UNIQUE (host),
    CONSTRAINT tenant_hosts_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);
SELECT protect_tenant_table('tenant_hosts');

-- Part of the tenant aggregate: a change here moves the tenant's version. NULL means the suite's default.
CREATE TABLE tenant_settings (
    tenant_id              uuid    NOT NULL,
    asset_limit            bigint  CHECK (asset_limit >= 0),
    rate_burst             integer CHECK (rate_burst > 0),
    rate_refill_per_second integer CHECK (rate_refill_per_second > 0),
    qr_base_url            text,
    cors_origins           text[]  NOT NULL DEFAULT '{}',
    CONSTRAINT tenant_settings_pk PRIMARY KEY (tenant_id),
    CONSTRAINT tenant_settings_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id),
    CONSTRAINT tenant_settings_rate_ck CHECK ((rate_burst IS NULL) = (rate_refill_per_second IS NULL))
);
SELECT protect_tenant_table('tenant_settings');

-- Issuers of foreign JWTs that a tenant trusts.
CREATE TABLE jwt_issuers (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    issuer     text        NOT NULL CHECK (length(issuer) BETWEEN 1 AND 2048),
    audience   text        NOT NULL CHECK (length(audience) BETWEEN 1 AND 255),
    jwks_uri   text        NOT NULL CHECK (length(jwks_uri) BETWEEN 1 AND 2048),
    user_claim text        NOT NULL DEFAULT 'email',
    is_active  boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    version    integer     NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT jwt_issuers_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT jwt_issuers_issuer_uk UNIQUE (tenant_id, issuer),
    CONSTRAINT jwt_issuers_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);
SELECT protect_tenant_table('jwt_issuers');

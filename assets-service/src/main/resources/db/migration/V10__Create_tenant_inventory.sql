-- What the tenant is allowed and how far it has come. Every creation and deletion of an asset goes through this row, which
-- makes the limit exact and the numbers unique; last_number never goes back, so a number is never given twice.
CREATE TABLE inventories (
    tenant_id   uuid   NOT NULL,
    last_number bigint NOT NULL DEFAULT 0 CHECK (last_number >= 0),
    asset_count bigint NOT NULL DEFAULT 0 CHECK (asset_count >= 0),
    asset_limit bigint CHECK (asset_limit >= 0),
    CONSTRAINT inventories_pk PRIMARY KEY (tenant_id)
);
SELECT protect_tenant_table('inventories');

-- Numbers of look-ups; one row per kind.
CREATE TABLE number_counters (
    tenant_id   uuid   NOT NULL,
    kind        text   NOT NULL,
    last_number bigint NOT NULL CHECK (last_number > 0),
    CONSTRAINT number_counters_pk PRIMARY KEY (tenant_id, kind)
);
SELECT protect_tenant_table('number_counters');

-- The tenant as its events tell it: what answers of this service need of it.
CREATE TABLE tenant_copies (
    tenant_id   uuid    NOT NULL,
    slug        text    NOT NULL,
    name        text    NOT NULL,
    is_msp      boolean NOT NULL,
    qr_base_url text,
    CONSTRAINT tenant_copies_pk PRIMARY KEY (tenant_id)
);
SELECT protect_tenant_table('tenant_copies');

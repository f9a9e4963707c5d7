CREATE TABLE clients (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    client_name   text        NOT NULL CHECK (length(client_name) BETWEEN 1 AND 255),
    email         text,
    phone_no      text,
    url           text,
    is_inactive   boolean     NOT NULL DEFAULT false,
    billing_cycle text,
    created_at    timestamptz NOT NULL,
    created_by    uuid,
    updated_at    timestamptz NOT NULL,
    updated_by    uuid,
    version       integer     NOT NULL CHECK (version > 0),
    CONSTRAINT clients_pk PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX clients_name_uk ON clients (tenant_id, lower(client_name));
SELECT protect_tenant_table('clients');

CREATE TABLE client_locations (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    client_id     uuid        NOT NULL,
    location_name text        NOT NULL CHECK (length(location_name) BETWEEN 1 AND 255),
    email         text,
    phone         text,
    is_default    boolean     NOT NULL DEFAULT false,
    is_active     boolean     NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL,
    created_by    uuid,
    updated_at    timestamptz NOT NULL,
    updated_by    uuid,
    version       integer     NOT NULL CHECK (version > 0),
    CONSTRAINT client_locations_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT client_locations_client_fk FOREIGN KEY (tenant_id, client_id) REFERENCES clients (tenant_id, id),
    -- What a ticket refers to: a location together with the client it has to belong to.
    CONSTRAINT client_locations_of_client_uk UNIQUE (tenant_id, client_id, id)
);
CREATE UNIQUE INDEX client_locations_name_uk ON client_locations (tenant_id, client_id, lower(location_name));
CREATE UNIQUE INDEX client_locations_default_uk ON client_locations (tenant_id, client_id) WHERE is_default;
SELECT protect_tenant_table('client_locations');

CREATE TABLE contacts (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    full_name    text        NOT NULL CHECK (length(full_name) BETWEEN 1 AND 255),
    email        text,
    phone_number text,
    client_id    uuid,
    is_inactive  boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL,
    created_by   uuid,
    updated_at   timestamptz NOT NULL,
    updated_by   uuid,
    version      integer     NOT NULL CHECK (version > 0),
    CONSTRAINT contacts_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT contacts_client_fk FOREIGN KEY (tenant_id, client_id) REFERENCES clients (tenant_id, id)
);
CREATE UNIQUE INDEX contacts_email_uk ON contacts (tenant_id, lower(email));
CREATE INDEX contacts_client_ix ON contacts (tenant_id, client_id);
SELECT protect_tenant_table('contacts');

CREATE TABLE products (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    service_name  text        NOT NULL CHECK (length(service_name) BETWEEN 1 AND 255),
    sku           text,
    item_kind     text        NOT NULL CHECK (item_kind IN ('product', 'service')),
    default_rate  bigint      NOT NULL DEFAULT 0 CHECK (default_rate >= 0), -- minor units
    currency_code text        NOT NULL CHECK (currency_code ~ '^[A-Z]{3}$'),
    description   text        CHECK (length(description) <= 1000),
    is_active     boolean     NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL,
    created_by    uuid,
    updated_at    timestamptz NOT NULL,
    updated_by    uuid,
    version       integer     NOT NULL CHECK (version > 0),
    CONSTRAINT products_pk PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX products_name_uk ON products (tenant_id, lower(service_name));
CREATE UNIQUE INDEX products_sku_uk ON products (tenant_id, lower(sku));
SELECT protect_tenant_table('products');

-- Copies of what other services own, written by their events alone. None refers to another by a foreign key: their events
-- come on different topics, in any order.
CREATE TABLE ticket_copies (
    tenant_id uuid    NOT NULL,
    id        uuid    NOT NULL,
    is_closed boolean NOT NULL,
    CONSTRAINT ticket_copies_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('ticket_copies');

CREATE TABLE ticket_link_copies (
    tenant_id uuid NOT NULL,
    id        uuid NOT NULL,
    asset_id  uuid NOT NULL,
    ticket_id uuid NOT NULL,
    CONSTRAINT ticket_link_copies_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ticket_link_copies_asset_ix ON ticket_link_copies (tenant_id, asset_id, ticket_id);
SELECT protect_tenant_table('ticket_link_copies');

CREATE TABLE client_copies (
    tenant_id uuid NOT NULL,
    id        uuid NOT NULL,
    name      text NOT NULL,
    email     text,
    CONSTRAINT client_copies_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('client_copies');

CREATE TABLE asset_link_copies (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    from_asset_id     uuid        NOT NULL,
    to_asset_id       uuid        NOT NULL,
    relationship_type text        NOT NULL,
    created_at        timestamptz NOT NULL,
    CONSTRAINT asset_link_copies_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX asset_link_copies_from_ix ON asset_link_copies (tenant_id, from_asset_id);
CREATE INDEX asset_link_copies_to_ix ON asset_link_copies (tenant_id, to_asset_id);
SELECT protect_tenant_table('asset_link_copies');

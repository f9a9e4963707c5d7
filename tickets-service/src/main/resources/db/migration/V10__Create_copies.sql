-- What this service knows of other services' aggregates, written by consumers only. Events of two aggregates may arrive
-- in any order, so nothing here refers to anything.
CREATE TABLE user_copies (
    tenant_id   uuid    NOT NULL,
    id          uuid    NOT NULL,
    email       text    NOT NULL,
    first_name  text,
    last_name   text,
    user_type   text    NOT NULL,
    is_inactive boolean NOT NULL,
    CONSTRAINT user_copies_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('user_copies');

CREATE TABLE asset_copies (
    tenant_id     uuid NOT NULL,
    id            uuid NOT NULL,
    database_id   text NOT NULL,
    asset_tag     text NOT NULL,
    name          text NOT NULL,
    asset_type    text NOT NULL,
    status        text NOT NULL,
    client_id     uuid,
    serial_number text,
    CONSTRAINT asset_copies_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('asset_copies');

-- The end of a link may overtake the beginning of the next link of the same pair: the pair is not unique here.
CREATE TABLE ticket_asset_link_copies (
    tenant_id uuid NOT NULL,
    id        uuid NOT NULL,
    ticket_id uuid NOT NULL,
    asset_id  uuid NOT NULL,
    CONSTRAINT ticket_asset_link_copies_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ticket_asset_link_copies_ticket_ix ON ticket_asset_link_copies (tenant_id, ticket_id, asset_id);
CREATE INDEX ticket_asset_link_copies_asset_ix ON ticket_asset_link_copies (tenant_id, asset_id, ticket_id);
SELECT protect_tenant_table('ticket_asset_link_copies');

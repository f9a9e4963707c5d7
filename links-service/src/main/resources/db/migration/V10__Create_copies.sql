-- What the owners of assets and tickets have told, by events or by answers to look-ups. A copy only ever moves to a
-- higher version of its aggregate.
CREATE TABLE asset_copies (
    tenant_id         uuid        NOT NULL,
    asset_id          uuid        NOT NULL,
    version           bigint      NOT NULL CHECK (version > 0),
    number            bigint      NOT NULL,
    database_id       text        NOT NULL,
    asset_tag         text        NOT NULL,
    name              text        NOT NULL,
    asset_type        text        NOT NULL,
    status            text        NOT NULL,
    client_id         uuid,
    location_id       uuid,
    category_id       uuid,
    serial_number     text,
    manufacturer      text,
    model             text,
    purchase_date     date,
    purchase_cost     text,
    warranty_end_date date,
    notes             text        NOT NULL,
    extension_data    jsonb       NOT NULL,
    tags              text[]      NOT NULL,
    assigned_to       uuid,
    expected_checkin  date,
    created_by        uuid,
    updated_by        uuid,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    CONSTRAINT asset_copies_pk PRIMARY KEY (tenant_id, asset_id)
);
-- Not unique: two assets may swap their tags, and the second event can come first.
CREATE INDEX asset_copies_tag_ix ON asset_copies (tenant_id, database_id, asset_tag);
SELECT protect_tenant_table('asset_copies');

CREATE TABLE ticket_copies (
    tenant_id     uuid        NOT NULL,
    ticket_id     uuid        NOT NULL,
    version       bigint      NOT NULL CHECK (version > 0),
    ticket_number text        NOT NULL,
    title         text        NOT NULL,
    status_id     uuid,
    is_closed     boolean     NOT NULL,
    priority_id   uuid,
    assigned_to   uuid,
    client_id     uuid,
    board_id      uuid,
    entered_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    CONSTRAINT ticket_copies_pk PRIMARY KEY (tenant_id, ticket_id)
);
SELECT protect_tenant_table('ticket_copies');

-- Assets and tickets that were deleted. The row outranks whatever is still under way about them, such as the answer to
-- a look-up that was asked before; an id is never given to another aggregate, so it stays.
CREATE TABLE departures (
    tenant_id   uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('asset', 'ticket')),
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    departed_at timestamptz NOT NULL,
    CONSTRAINT departures_pk PRIMARY KEY (tenant_id, kind, id)
);
SELECT protect_tenant_table('departures');

-- A ticket concerns an asset: one row, read from both sides. The foreign keys refuse a link to what is already deleted,
-- and make a deletion wait for links that are just being made.
CREATE TABLE ticket_asset_links (
    tenant_id         uuid        NOT NULL,
    link_id           uuid        NOT NULL,
    asset_id          uuid        NOT NULL,
    ticket_id         uuid        NOT NULL,
    relationship_type text        NOT NULL DEFAULT 'affected' CHECK (relationship_type <> ''),
    notes             text,
    created_by        uuid        NOT NULL,
    created_at        timestamptz NOT NULL,
    version           integer     NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT ticket_asset_links_pk PRIMARY KEY (tenant_id, link_id),
    CONSTRAINT ticket_asset_links_pair_uk UNIQUE (tenant_id, asset_id, ticket_id),
    CONSTRAINT ticket_asset_links_asset_fk FOREIGN KEY (tenant_id, asset_id)
        REFERENCES asset_copies (tenant_id, asset_id),
    CONSTRAINT ticket_asset_links_ticket_fk FOREIGN KEY (tenant_id, ticket_id)
        REFERENCES ticket_copies (tenant_id, ticket_id)
);
CREATE INDEX ticket_asset_links_ticket_ix ON ticket_asset_links (tenant_id, ticket_id, created_at DESC);
SELECT protect_tenant_table('ticket_asset_links');

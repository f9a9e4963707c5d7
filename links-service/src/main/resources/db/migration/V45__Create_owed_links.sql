-- The link that a ticket made from an asset came with. The row stays when it was made, also when somebody has removed the
-- link since: it is made once, however often and from however many sides it is asked for. Until the asset is known here
-- it stays unmade.
CREATE TABLE owed_links (
    tenant_id uuid        NOT NULL,
    ticket_id uuid        NOT NULL,
    asset_id  uuid        NOT NULL,
    owed_to   uuid        NOT NULL,
    owed_at   timestamptz NOT NULL,
    made      boolean     NOT NULL DEFAULT false,
    CONSTRAINT owed_links_pk PRIMARY KEY (tenant_id, ticket_id)
);
CREATE INDEX owed_links_asset_ix ON owed_links (tenant_id, asset_id) WHERE NOT made;
SELECT protect_tenant_table('owed_links');

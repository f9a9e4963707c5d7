-- An edge between two assets, whichever API made it. For parentChild the parent is the from side; for related the
-- direction has no meaning.
CREATE TABLE asset_links (
    tenant_id         uuid        NOT NULL,
    link_id           uuid        NOT NULL,
    from_asset_id     uuid        NOT NULL,
    to_asset_id       uuid        NOT NULL,
    relationship_type text        NOT NULL CHECK (relationship_type <> ''),
    alias             text,
    tags              text[]      NOT NULL DEFAULT '{}',
    created_by        uuid        NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_by        uuid        NOT NULL,
    updated_at        timestamptz NOT NULL,
    version           integer     NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT asset_links_pk PRIMARY KEY (tenant_id, link_id),
    CONSTRAINT asset_links_not_self_ck CHECK (from_asset_id <> to_asset_id),
    -- No alias is absent, never an empty text; only a parentChild edge has one.
    CONSTRAINT asset_links_alias_ck CHECK (alias IS NULL
        OR (relationship_type = 'parentChild' AND length(alias) BETWEEN 1 AND 128)),
    -- Having no alias is one slot like any other.
    CONSTRAINT asset_links_pair_uk UNIQUE NULLS NOT DISTINCT
        (tenant_id, from_asset_id, to_asset_id, relationship_type, alias),
    CONSTRAINT asset_links_from_fk FOREIGN KEY (tenant_id, from_asset_id)
        REFERENCES asset_copies (tenant_id, asset_id),
    CONSTRAINT asset_links_to_fk FOREIGN KEY (tenant_id, to_asset_id)
        REFERENCES asset_copies (tenant_id, asset_id)
);
-- One related edge of a pair, in whichever direction.
CREATE UNIQUE INDEX asset_links_related_uk ON asset_links
    (tenant_id, least(from_asset_id, to_asset_id), greatest(from_asset_id, to_asset_id))
    WHERE relationship_type = 'related';
-- parentChild edges of a pair all point the same way: two opposite ones share the pair and differ in direction.
ALTER TABLE asset_links ADD CONSTRAINT asset_links_direction_ex EXCLUDE USING gist (
        tenant_id WITH =,
        (least(from_asset_id, to_asset_id)) WITH =,
        (greatest(from_asset_id, to_asset_id)) WITH =,
        (CASE WHEN from_asset_id < to_asset_id THEN 1 ELSE 0 END) WITH <>)
    WHERE (relationship_type = 'parentChild');
CREATE INDEX asset_links_to_ix ON asset_links (tenant_id, to_asset_id, relationship_type);
SELECT protect_tenant_table('asset_links');

CREATE TABLE asset_link_metadata (
    tenant_id  uuid        NOT NULL,
    link_id    uuid        NOT NULL,
    key        text        NOT NULL CHECK (length(key) BETWEEN 1 AND 256),
    value      text        NOT NULL,
    value_type text        NOT NULL DEFAULT 'string' CHECK (value_type IN (
        'string', 'multiline_string', 'inline_controlled_list', 'number', 'boolean', 'date', 'json',
        'xyz', 'wxyz', 'matrix4x4', 'geopoint', 'geojson', 'lla')),
    created_by uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_by uuid        NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT asset_link_metadata_pk PRIMARY KEY (tenant_id, link_id, key),
    CONSTRAINT asset_link_metadata_link_fk FOREIGN KEY (tenant_id, link_id)
        REFERENCES asset_links (tenant_id, link_id) ON DELETE CASCADE
);
SELECT protect_tenant_table('asset_link_metadata');

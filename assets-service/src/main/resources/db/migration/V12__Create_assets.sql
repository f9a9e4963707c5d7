CREATE TABLE assets (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    number            bigint      NOT NULL CHECK (number > 0),
    database_id       text        NOT NULL,
    asset_tag         text        NOT NULL CHECK (length(asset_tag) BETWEEN 1 AND 255),
    name              text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    asset_type        text        NOT NULL CHECK (length(asset_type) BETWEEN 1 AND 255),
    status            text        NOT NULL CHECK (status IN ('available', 'deployed', 'maintenance', 'retired')),
    client_id         uuid,
    category_id       uuid,
    location_id       uuid,
    manufacturer      text,
    model             text,
    serial_number     text,
    purchase_date     date,
    purchase_cost     numeric(12, 2) CHECK (purchase_cost >= 0),
    warranty_end_date date,
    notes             text        NOT NULL DEFAULT '',
    custom_fields     jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(custom_fields) = 'object'),
    tags              text[]      NOT NULL DEFAULT '{}',
    assigned_to       uuid,
    expected_checkin  date,
    created_at        timestamptz NOT NULL,
    created_by        uuid,
    updated_at        timestamptz NOT NULL,
    updated_by        uuid,
    version           integer     NOT NULL CHECK (version > 0),
    CONSTRAINT assets_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT assets_number_uk UNIQUE (tenant_id, number),
    CONSTRAINT assets_tag_uk UNIQUE (tenant_id, database_id, asset_tag),
    CONSTRAINT assets_database_fk FOREIGN KEY (tenant_id, database_id) REFERENCES asset_databases (tenant_id, id),
    CONSTRAINT assets_category_fk FOREIGN KEY (tenant_id, category_id) REFERENCES categories (tenant_id, id),
    CONSTRAINT assets_location_fk FOREIGN KEY (tenant_id, location_id) REFERENCES locations (tenant_id, id),
    CONSTRAINT assets_assigned_fk FOREIGN KEY (tenant_id, assigned_to) REFERENCES employees (tenant_id, id),
    CONSTRAINT assets_deployed_ck CHECK ((status = 'deployed') = (assigned_to IS NOT NULL))
);
-- One index for each sort and filter that is offered; the id breaks ties.
CREATE INDEX assets_tag_ix ON assets (tenant_id, asset_tag, id);
CREATE INDEX assets_name_ix ON assets (tenant_id, name, id);
CREATE INDEX assets_created_ix ON assets (tenant_id, created_at, id);
CREATE INDEX assets_updated_ix ON assets (tenant_id, updated_at, id);
CREATE INDEX assets_status_ix ON assets (tenant_id, status, asset_tag, id);
CREATE INDEX assets_category_ix ON assets (tenant_id, category_id, asset_tag, id);
CREATE INDEX assets_location_ix ON assets (tenant_id, location_id, asset_tag, id);
CREATE INDEX assets_type_ix ON assets (tenant_id, asset_type, asset_tag, id);
CREATE INDEX assets_manufacturer_ix ON assets (tenant_id, manufacturer, asset_tag, id);
CREATE INDEX assets_client_ix ON assets (tenant_id, client_id, asset_tag, id);
CREATE INDEX assets_assigned_ix ON assets (tenant_id, assigned_to, asset_tag, id) WHERE assigned_to IS NOT NULL;
CREATE INDEX assets_warranty_ix ON assets (tenant_id, warranty_end_date, id);
CREATE INDEX assets_purchased_ix ON assets (tenant_id, purchase_date, id);
SELECT protect_tenant_table('assets');

-- Who had what and when. Names are kept as they were then; the history goes with its asset.
CREATE TABLE checkouts (
    tenant_id           uuid        NOT NULL,
    id                  uuid        NOT NULL,
    asset_id            uuid        NOT NULL,
    employee_id         uuid,
    employee_name       text        NOT NULL,
    expected_checkin    date,
    checked_out_at      timestamptz NOT NULL,
    checked_out_by      uuid,
    checked_out_by_name text        NOT NULL,
    checkout_note       text        NOT NULL DEFAULT '',
    checked_in_at       timestamptz,
    checked_in_by       uuid,
    checked_in_by_name  text,
    checkin_note        text,
    CONSTRAINT checkouts_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT checkouts_asset_fk FOREIGN KEY (tenant_id, asset_id)
        REFERENCES assets (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT checkouts_employee_fk FOREIGN KEY (tenant_id, employee_id)
        REFERENCES employees (tenant_id, id) ON DELETE SET NULL (employee_id),
    CONSTRAINT checkouts_order_ck CHECK (checked_in_at >= checked_out_at),
    CONSTRAINT checkouts_return_ck CHECK ((checked_in_at IS NULL) = (checked_in_by_name IS NULL))
);
-- Whatever races, an asset is out once.
CREATE UNIQUE INDEX checkouts_open_uk ON checkouts (tenant_id, asset_id) WHERE checked_in_at IS NULL;
CREATE INDEX checkouts_asset_ix ON checkouts (tenant_id, asset_id, checked_out_at);
CREATE INDEX checkouts_employee_ix ON checkouts (tenant_id, employee_id) WHERE employee_id IS NOT NULL;
SELECT protect_tenant_table('checkouts');

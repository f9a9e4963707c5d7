-- The sorts that had no index of their own: under each of them a page is read off an index, however many assets there are.
CREATE INDEX assets_status_sort_ix ON assets (tenant_id, status, id);
CREATE INDEX assets_type_sort_ix ON assets (tenant_id, asset_type, id);
CREATE INDEX assets_manufacturer_sort_ix ON assets (tenant_id, manufacturer, id);
CREATE INDEX assets_model_ix ON assets (tenant_id, model, id);
CREATE INDEX assets_cost_ix ON assets (tenant_id, purchase_cost, id);
CREATE INDEX assets_expected_ix ON assets (tenant_id, expected_checkin, id);

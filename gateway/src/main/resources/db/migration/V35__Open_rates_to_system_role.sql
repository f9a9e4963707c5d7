-- The registry also decides how much a tenant may ask for and which origins its browsers may come from.
GRANT SELECT (tenant_id, rate_burst, rate_refill_per_second, cors_origins) ON tenant_settings TO "${system}";
CREATE POLICY registry ON tenant_settings FOR SELECT TO "${system}" USING (true);

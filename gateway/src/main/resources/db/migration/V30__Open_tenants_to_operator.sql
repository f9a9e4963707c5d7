-- A tenant whole: its row, its settings, its hosts. Seen through it, the wall round each of the three still stands.
CREATE VIEW tenant_states WITH (security_invoker = true) AS
    SELECT t.tenant_id, t.slug, t.name, t.is_msp, t.status, t.created_at, t.updated_at, t.version, s.asset_limit,
           s.rate_burst, s.rate_refill_per_second, s.qr_base_url, s.cors_origins,
           coalesce((SELECT jsonb_agg(jsonb_build_object('host', h.host, 'created_at', h.created_at)
                                      ORDER BY h.created_at, h.host)
                     FROM tenant_hosts h WHERE h.tenant_id = t.tenant_id), '[]') AS hosts
    FROM tenants t
    JOIN tenant_settings s ON s.tenant_id = t.tenant_id;

-- The one way past that wall: all tenants, but only in a transaction of the operator's own tenant.
CREATE FUNCTION operator_tenants() RETURNS SETOF tenant_states
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
        SELECT s.* FROM tenant_states s
        WHERE EXISTS (SELECT FROM tenants o WHERE o.tenant_id = app_tenant() AND o.is_msp)
    $$;
GRANT EXECUTE ON FUNCTION operator_tenants() TO "${app}";

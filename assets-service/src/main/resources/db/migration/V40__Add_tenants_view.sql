-- The tenants that have assets, for the operator's lists over all of them: empty in a transaction of any other tenant. The
-- rows behind the slugs stay behind the policies; each tenant's assets are read in a transaction of that tenant.
CREATE VIEW search.tenants AS
SELECT t.tenant_id, t.slug
FROM public.tenant_copies t
JOIN public.inventories i ON i.tenant_id = t.tenant_id
WHERE i.asset_count > 0
  AND EXISTS (SELECT FROM public.tenant_copies me WHERE me.tenant_id = app_tenant() AND me.is_msp);
GRANT SELECT ON search.tenants TO "${app}";

-- The Admin role holds every permission there is. It cannot be changed, so tenants that are there already need this.
INSERT INTO role_permissions (tenant_id, role_id, permission)
SELECT r.tenant_id, r.id, permission
FROM roles r
CROSS JOIN unnest(ARRAY['issuer:create', 'issuer:read', 'issuer:update', 'issuer:delete']) AS permission
WHERE r.is_default AND r.name = 'Admin'
ON CONFLICT ON CONSTRAINT role_permissions_pk DO NOTHING;

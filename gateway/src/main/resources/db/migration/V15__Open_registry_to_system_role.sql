-- The registry is read for all tenants at once. The system role may do that, in these columns, and nothing more.
GRANT SELECT (tenant_id, slug, is_msp, status) ON tenants TO "${system}";
CREATE POLICY registry ON tenants FOR SELECT TO "${system}" USING (true);

GRANT SELECT (tenant_id, host) ON tenant_hosts TO "${system}";
CREATE POLICY registry ON tenant_hosts FOR SELECT TO "${system}" USING (true);

GRANT SELECT (tenant_id, id, email, first_name, last_name, user_type, is_inactive) ON users TO "${system}";
CREATE POLICY registry ON users FOR SELECT TO "${system}" USING (true);

GRANT SELECT (tenant_id, id, name) ON roles TO "${system}";
CREATE POLICY registry ON roles FOR SELECT TO "${system}" USING (true);

GRANT SELECT (tenant_id, role_id, permission) ON role_permissions TO "${system}";
CREATE POLICY registry ON role_permissions FOR SELECT TO "${system}" USING (true);

GRANT SELECT (tenant_id, user_id, role_id) ON user_roles TO "${system}";
CREATE POLICY registry ON user_roles FOR SELECT TO "${system}" USING (true);

GRANT SELECT (tenant_id, id, user_id, key_hash, previous_hash, previous_valid_until, scopes, allowed_ips, expires_at,
              revoked_at) ON api_keys TO "${system}";
CREATE POLICY registry ON api_keys FOR SELECT TO "${system}" USING (true);

-- What issuers say of roles, for the administration and the registry alike. The two lists of mappings are read from the
-- same pairs in the same order: a role that cannot be seen takes its external name with it.
CREATE VIEW jwt_issuer_grants WITH (security_invoker = true) AS
SELECT i.tenant_id,
       i.id AS issuer_id,
       ARRAY(SELECT m.external_role FROM jwt_issuer_roles m
             JOIN roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
             WHERE m.tenant_id = i.tenant_id AND m.issuer_id = i.id
             ORDER BY m.external_role, m.role_id) AS external_roles,
       ARRAY(SELECT r.name FROM jwt_issuer_roles m
             JOIN roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
             WHERE m.tenant_id = i.tenant_id AND m.issuer_id = i.id
             ORDER BY m.external_role, m.role_id) AS mapped_roles,
       ARRAY(SELECT r.name FROM jwt_issuer_default_roles d
             JOIN roles r ON r.tenant_id = d.tenant_id AND r.id = d.role_id
             WHERE d.tenant_id = i.tenant_id AND d.issuer_id = i.id
             ORDER BY r.name) AS default_roles
FROM jwt_issuers i;

REVOKE INSERT, UPDATE, DELETE ON jwt_issuer_grants FROM "${app}";
GRANT SELECT ON jwt_issuer_grants TO "${system}";

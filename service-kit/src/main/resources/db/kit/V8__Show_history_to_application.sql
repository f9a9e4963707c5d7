-- A service that does not migrate itself looks here whether somebody has.
GRANT SELECT ON "${flyway:table}" TO "${app}";

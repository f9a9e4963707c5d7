package io.deskgraph.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reads the catalogue: no table of the service may stand outside the tenant wall. Subclass it as a {@code @QuarkusTest}. */
public abstract class TenancyContract {

    private static final String TABLES =
            "FROM pg_class t WHERE t.relkind IN ('r', 'p') AND t.relnamespace = 'public'::regnamespace"
                    + " AND t.relname <> 'flyway_schema_history'";

    /** Indexes that serve a cross-tenant reader and therefore do not start with the tenant. */
    protected Set<String> crossTenantIndexes() {
        return Set.of("outbox_position_ix");
    }

    @Test
    void thereAreTables() {
        assertFalse(query("SELECT relname " + TABLES).isEmpty());
    }

    @Test
    void everyTableStartsWithItsTenant() {
        assertEquals(
                List.of(),
                query("SELECT relname " + TABLES
                        + " AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = 1"
                        + " AND a.attname = 'tenant_id' AND a.attnotnull)"));
    }

    @Test
    void everyTableHasRowLevelSecurityAndThePolicy() {
        assertEquals(
                List.of(),
                query("SELECT relname " + TABLES
                        + " AND NOT (t.relrowsecurity AND EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public'"
                        + " AND p.tablename = t.relname AND p.policyname = 'tenant' AND p.roles = ARRAY['" + app()
                        + "']::name[] AND p.qual = '(tenant_id = app_tenant())'"
                        + " AND p.with_check = '(tenant_id = app_tenant())'))"));
    }

    @Test
    void noOtherPolicyOpensATableToTheApplication() {
        assertEquals(
                List.of(),
                query("SELECT tablename || '.' || policyname FROM pg_policies WHERE policyname <> 'tenant'"
                        + " AND roles && ARRAY['" + app() + "', 'public']::name[]"));
    }

    @Test
    void everyPrimaryKeyAndIndexStartsWithTheTenant() {
        List<String> found = new ArrayList<>(query("SELECT i.indexrelid::regclass::text FROM pg_index i"
                + " JOIN pg_class t ON t.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = t.oid"
                + " AND a.attnum = i.indkey[0] WHERE t.relnamespace = 'public'::regnamespace"
                + " AND t.relname <> 'flyway_schema_history' AND a.attname <> 'tenant_id'"));
        found.removeAll(crossTenantIndexes());
        assertEquals(List.of(), found);
    }

    @Test
    void everyForeignKeyCarriesTheTenant() {
        assertEquals(
                List.of(),
                query("SELECT conrelid::regclass || '.' || conname FROM pg_constraint c WHERE contype = 'f'"
                        + " AND connamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_attribute a"
                        + " WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'tenant_id')"));
    }

    @Test
    void theApplicationRoleOwnsNothingAndCannotGetRoundThePolicies() {
        assertEquals(
                List.of(),
                query("SELECT rolname FROM pg_roles WHERE rolname LIKE '%\\_app'"
                        + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"));
        assertEquals(List.of(), query("SELECT relname FROM pg_class WHERE relowner = '" + app() + "'::regrole"));
        assertEquals(List.of("f"), query("SELECT has_schema_privilege('" + app() + "', 'public', 'CREATE')"));
        assertEquals(
                List.of(),
                query("SELECT relname " + TABLES + " AND has_table_privilege('" + app() + "', t.oid, 'TRUNCATE')"));
    }

    private static String app() {
        return Database.config("deskgraph.db.app.username");
    }

    private static List<String> query(String sql) {
        return Database.texts(sql);
    }
}

package io.deskgraph.gateway.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.deskgraph.contracts.DefaultRoles;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.deskgraph.gateway.test.Tenancies;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Events;
import io.deskgraph.kit.test.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class BootstrapTest {

    private static final List<String> TABLES = List.of(
            "tenants",
            "tenant_hosts",
            "tenant_settings",
            "users",
            "roles",
            "role_permissions",
            "user_roles",
            "api_keys",
            "policies",
            "policy_grants");
    private static final int EVENTS_OF_GLOBEX = 1 + DefaultRoles.values().length + 1 + 1 + 1;

    @Inject
    Bootstrap bootstrap;

    @Inject
    ObjectMapper json;

    @TempDir
    Path directory;

    @Test
    void theFilesTenantsAreThere() {
        assertEquals(
                List.of("acme", "globex", "msp"),
                Database.texts(
                        "SELECT slug FROM tenants WHERE tenant_id IN (?, ?, ?) ORDER BY slug",
                        Tenancies.ACME,
                        Tenancies.GLOBEX,
                        Tenancies.MSP));
        assertEquals(
                List.of("acme.desk.test", "xn--bcher-kva.example"),
                Database.texts("SELECT host FROM tenant_hosts WHERE tenant_id = ? ORDER BY host", Tenancies.ACME));
        assertEquals(
                List.of("globex.desk.test"),
                Database.texts("SELECT host FROM tenant_hosts WHERE tenant_id = ?", Tenancies.GLOBEX));
        assertEquals(
                DefaultRoles.values().length,
                Database.count("SELECT count(*) FROM roles WHERE tenant_id = ?", Tenancies.GLOBEX));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        // Given
        List<String> before = rowsOf(Tenancies.GLOBEX);
        int events = events().size();

        // When
        bootstrap.apply(Path.of(ConfigProvider.getConfig().getValue("deskgraph.bootstrap.file", String.class)));

        // Then
        assertEquals(before, rowsOf(Tenancies.GLOBEX));
        assertEquals(0, Database.count("SELECT count(*) FROM outbox WHERE tenant_id = ?", Tenancies.GLOBEX));
        assertEquals(events, events().size());
    }

    @Test
    void everyCreationHasItsEvent() throws IOException {
        // When
        List<PublishedEvent> events = events();

        // Then
        assertEquals(EventTypes.TENANT_CREATED, typesOf(events, Tenancies.GLOBEX.toString()));
        assertEquals(EventTypes.USER_CREATED, typesOf(events, Tenancies.GRETA.toString()));
        assertEquals(
                7,
                events.stream()
                        .filter(event -> event.type().equals(EventTypes.ROLE_CREATED))
                        .count());
        assertEquals(
                1,
                events.stream()
                        .filter(event -> event.type().equals(EventTypes.API_KEY_CREATED))
                        .count());
        for (PublishedEvent event : events) {
            assertEquals(1, event.version());
            assertEquals("/gateway", event.headers().get(Headers.SOURCE));
            assertEquals(List.of(), schemaErrors(event), event.type());
        }
    }

    @Test
    void whatIsMissingIsAdded() throws IOException {
        // Given
        String tenant = UUID.randomUUID().toString();
        String first = entry(tenant, "");
        String second = entry(
                tenant,
                ", \"users\": [" + user("late@new.test", "dgk_LateLateLateLateLateLateLateLateLateLateLat") + "]");
        apply(first);

        // When
        apply(second);

        // Then
        assertEquals(1, Database.count("SELECT count(*) FROM users WHERE tenant_id = ?::uuid", tenant));
        assertEquals(1, Database.count("SELECT count(*) FROM api_keys WHERE tenant_id = ?::uuid", tenant));
        assertEquals(1, Database.count("SELECT version FROM tenants WHERE tenant_id = ?::uuid", tenant));
    }

    @Test
    void aMistakeLeavesNothingBehind() throws IOException {
        // Given
        String tenant = UUID.randomUUID().toString();
        String file = entry(tenant, ", \"users\": [" + user("x@new.test", "dgk_tooshort") + "]");

        // When
        var refusal = assertThrows(IllegalArgumentException.class, () -> apply(file));

        // Then
        assertFalse(refusal.getMessage().contains("dgk_"));
        assertEquals(0, Database.count("SELECT count(*) FROM tenants WHERE tenant_id = ?::uuid", tenant));
    }

    @Test
    void aMalformedFileIsNotQuoted() {
        // When
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> apply("{\"tenants\":[{\"key\":\"dgk_secret\" oops}]}"));

        // Then
        assertFalse(refusal.getMessage().contains("dgk_"));
        assertTrue(refusal.getCause() == null);
    }

    private void apply(String content) throws IOException {
        Path file = directory.resolve("bootstrap.json");
        Files.writeString(file, content);
        bootstrap.apply(file);
    }

    private static List<PublishedEvent> events() {
        return Events.await(Topics.IDENTITY, Tenancies.GLOBEX, found -> found.size() >= EVENTS_OF_GLOBEX);
    }

    private static String typesOf(List<PublishedEvent> events, String subject) {
        return String.join(
                ",",
                events.stream()
                        .filter(event -> event.subject().equals(subject))
                        .map(PublishedEvent::type)
                        .toList());
    }

    private List<String> schemaErrors(PublishedEvent event) throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix("https://deskgraph.io/schemas/", "classpath:contracts/schemas/")));
        JsonSchema schema = factory.getSchema(
                SchemaLocation.of(EventTypes.schemaUri(event.type()).toString()));
        return schema.validate(json.readTree(event.payload().toString())).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> rowsOf(UUID tenant) {
        return TABLES.stream()
                .flatMap(table -> Database.texts(
                        "SELECT '" + table + "' || (to_jsonb(t) - 'last_used_at')::text FROM " + table
                                + " t WHERE tenant_id = ? ORDER BY 1",
                        tenant)
                        .stream())
                .toList();
    }

    private static String entry(String tenant, String more) {
        return "{\"tenants\": [{\"tenant_id\": \"%s\", \"slug\": \"%s\", \"name\": \"New\", \"msp\": false%s}]}"
                .formatted(tenant, tenant, more);
    }

    private static String user(String email, String key) {
        return "{\"user_id\": \"%s\", \"email\": \"%s\", \"roles\": [\"Admin\"], \"keys\": [{\"name\": \"k\", \"key\": \"%s\"}]}"
                .formatted(UUID.randomUUID(), email, key);
    }
}

package io.deskgraph.contracts.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.asset.AssetCheckout;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.contracts.identity.ApiKeyRevoked;
import io.deskgraph.contracts.identity.ApiKeyState;
import io.deskgraph.contracts.identity.HostState;
import io.deskgraph.contracts.identity.IssuerState;
import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.contracts.identity.RoleState;
import io.deskgraph.contracts.identity.TenantSettings;
import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.contracts.identity.UserState;
import io.deskgraph.contracts.link.AssetLinkDeleted;
import io.deskgraph.contracts.link.AssetLinkState;
import io.deskgraph.contracts.link.TicketAssetLinkState;
import io.deskgraph.contracts.link.TicketAssetUnlinked;
import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.contracts.ticket.CommentState;
import io.deskgraph.contracts.ticket.DocumentState;
import io.deskgraph.contracts.ticket.MaterialState;
import io.deskgraph.contracts.ticket.TicketCommented;
import io.deskgraph.contracts.ticket.TicketDocumentChanged;
import io.deskgraph.contracts.ticket.TicketMaterialAdded;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.contracts.ticket.TicketTimeChanged;
import io.deskgraph.contracts.ticket.TimeEntryState;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Record and schema say the same. */
class RecordTest {

    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

    private static final Map<String, Class<? extends Record>> STATES = Map.ofEntries(
            Map.entry("asset", AssetState.class),
            Map.entry("ticket", TicketState.class),
            Map.entry("bundle", BundleState.class),
            Map.entry("reference", ReferenceState.class),
            Map.entry("ticket_asset", TicketAssetLinkState.class),
            Map.entry("asset_link", AssetLinkState.class),
            Map.entry("tenant", TenantState.class),
            Map.entry("user", UserState.class),
            Map.entry("role", RoleState.class),
            Map.entry("policy", PolicyState.class),
            Map.entry("issuer", IssuerState.class),
            Map.entry("api_key", ApiKeyState.class));

    private static final Map<String, Class<? extends Record>> FACTS = Map.ofEntries(
            Map.entry(EventTypes.ASSET_CHECKED_OUT, AssetCheckout.class),
            Map.entry(EventTypes.ASSET_CHECKED_IN, AssetCheckout.class),
            Map.entry(EventTypes.TICKET_COMMENT_ADDED, TicketCommented.class),
            Map.entry(EventTypes.TICKET_COMMENT_UPDATED, TicketCommented.class),
            Map.entry(EventTypes.TICKET_DOCUMENT_ATTACHED, TicketDocumentChanged.class),
            Map.entry(EventTypes.TICKET_DOCUMENT_REMOVED, TicketDocumentChanged.class),
            Map.entry(EventTypes.TICKET_MATERIAL_ADDED, TicketMaterialAdded.class),
            Map.entry(EventTypes.TICKET_TIME_ENTRY_ADDED, TicketTimeChanged.class),
            Map.entry(EventTypes.TICKET_TIME_ENTRY_UPDATED, TicketTimeChanged.class),
            Map.entry(EventTypes.TICKET_TIME_ENTRY_REMOVED, TicketTimeChanged.class),
            Map.entry(EventTypes.ASSET_LINK_DELETED, AssetLinkDeleted.class),
            Map.entry(EventTypes.TICKET_ASSET_UNLINKED, TicketAssetUnlinked.class),
            Map.entry(EventTypes.API_KEY_REVOKED, ApiKeyRevoked.class));

    static Set<String> types() {
        return Contracts.described();
    }

    static Stream<Arguments> states() {
        return Stream.of(
                state(AssetState.class, "asset.json", EventTypes.ASSET_CREATED),
                state(TicketState.class, "ticket.json", EventTypes.TICKET_CREATED),
                state(BundleState.class, "bundle.json", EventTypes.BUNDLE_CREATED),
                state(ReferenceState.class, "reference.json", EventTypes.REFERENCE_CHANGED),
                state(TicketAssetLinkState.class, "ticket_asset_link.json", EventTypes.TICKET_ASSET_LINKED),
                state(AssetLinkState.class, "asset_link.json", EventTypes.ASSET_LINK_CREATED),
                state(TenantState.class, "tenant.json", EventTypes.TENANT_CREATED),
                partOfTenant(TenantSettings.class, "/$defs/settings", "/settings"),
                partOfTenant(TenantSettings.RateLimit.class, "/$defs/rate_limit", "/settings/rate_limit"),
                partOfTenant(HostState.class, "/$defs/host", "/hosts/0"),
                state(UserState.class, "user.json", EventTypes.USER_CREATED),
                state(RoleState.class, "role.json", EventTypes.ROLE_CREATED),
                state(PolicyState.class, "policy.json", EventTypes.POLICY_CREATED),
                partOfPolicy(PolicyState.PolicyCriterion.class, "criterion", "/criteria_and/0"),
                partOfPolicy(PolicyState.GroupPermission.class, "group_permission", "/group_permissions/0"),
                partOfPolicy(PolicyState.UserPermission.class, "user_permission", "/user_permissions/0"),
                state(IssuerState.class, "issuer.json", EventTypes.ISSUER_CREATED),
                Arguments.of(
                        IssuerState.RoleMapping.class,
                        "issuer.json",
                        "/$defs/role_mapping",
                        EventTypes.ISSUER_CREATED,
                        "/role_mappings/0"),
                state(ApiKeyState.class, "api_key.json", EventTypes.API_KEY_CREATED));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_survives_its_record(String type) throws IOException {
        JsonNode value = Contracts.sample(type).path("value");

        Object read = Contracts.JSON.readValue(value.toString(), payloadType(type));
        JsonNode written = Contracts.JSON.readTree(Contracts.JSON.writeValueAsString(read));

        assertEquals(value, written);
    }

    @ParameterizedTest
    @MethodSource("types")
    void payload_and_schema_have_the_same_members(String type) {
        Class<?> payload = payloadType(type).getRawClass();

        assertMembers(payload, Contracts.schema(type + ".json"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void state_and_schema_have_the_same_members(Class<?> state, String file, String definition) {
        assertMembers(state, Contracts.schema(file).at(definition));
    }

    @ParameterizedTest
    @MethodSource("states")
    void state_and_schema_allow_null_in_the_same_members(
            Class<?> state, String file, String definition, String type, String pointer) {
        JsonNode after = Contracts.sample(type).at("/value/after");
        ObjectNode object = (ObjectNode) after.at(pointer);

        for (RecordComponent component : state.getRecordComponents()) {
            String member = NAMES.translate(component.getName());
            JsonNode right = object.replace(member, Contracts.JSON.nullNode());
            boolean allowed = Contracts.problems(file, after).isEmpty();
            object.set(member, right);
            assertEquals(nullable(component), allowed, member);
        }
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of(CommentState.class, "comment", EventTypes.TICKET_COMMENT_ADDED),
                Arguments.of(DocumentState.class, "document", EventTypes.TICKET_DOCUMENT_ATTACHED),
                Arguments.of(MaterialState.class, "material", EventTypes.TICKET_MATERIAL_ADDED),
                Arguments.of(TimeEntryState.class, "time_entry", EventTypes.TICKET_TIME_ENTRY_ADDED));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void what_hangs_on_a_ticket_is_as_its_schema_says(Class<?> part, String name, String type) {
        ObjectNode object = (ObjectNode) Contracts.sample(type).path("value").path(name);

        assertMembers(part, Contracts.schema(name + ".json"));
        for (RecordComponent component : part.getRecordComponents()) {
            String member = NAMES.translate(component.getName());
            JsonNode right = object.replace(member, Contracts.JSON.nullNode());
            boolean allowed = Contracts.problems(name + ".json", object).isEmpty();
            object.set(member, right);
            assertEquals(nullable(component), allowed, member);
        }
    }

    private static Arguments state(Class<?> state, String file, String type) {
        return Arguments.of(state, file, "", type, "");
    }

    private static Arguments partOfTenant(Class<?> part, String definition, String pointer) {
        return Arguments.of(part, "tenant.json", definition, EventTypes.TENANT_CREATED, pointer);
    }

    private static Arguments partOfPolicy(Class<?> part, String definition, String pointer) {
        return Arguments.of(part, "policy.json", "/$defs/" + definition, EventTypes.POLICY_CREATED, pointer);
    }

    private static void assertMembers(Class<?> type, JsonNode schema) {
        Set<String> components = Arrays.stream(type.getRecordComponents())
                .map(component -> NAMES.translate(component.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> properties = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));

        assertEquals(components, properties);
        assertTrue(properties.containsAll(required));
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static JavaType payloadType(String type) {
        var types = Contracts.JSON.getTypeFactory();
        Class<? extends Record> fact = FACTS.get(type);
        if (fact != null) {
            return types.constructType(fact);
        }
        String aggregate = type.split("\\.")[2];
        return types.constructParametricType(EventPayload.class, Objects.requireNonNull(STATES.get(aggregate)));
    }
}

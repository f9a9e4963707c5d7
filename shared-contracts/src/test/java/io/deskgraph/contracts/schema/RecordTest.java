package io.deskgraph.contracts.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.event.EventPayload;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.contracts.identity.ApiKeyRevoked;
import io.deskgraph.contracts.identity.ApiKeyState;
import io.deskgraph.contracts.identity.HostState;
import io.deskgraph.contracts.identity.RoleState;
import io.deskgraph.contracts.identity.TenantSettings;
import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.contracts.identity.UserState;
import io.deskgraph.contracts.link.TicketAssetLinkState;
import io.deskgraph.contracts.link.TicketAssetUnlinked;
import io.deskgraph.contracts.ticket.TicketState;
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

    private static final Map<String, Class<? extends Record>> STATES = Map.of(
            "asset", AssetState.class,
            "ticket", TicketState.class,
            "reference", ReferenceState.class,
            "ticket_asset", TicketAssetLinkState.class,
            "tenant", TenantState.class,
            "user", UserState.class,
            "role", RoleState.class,
            "api_key", ApiKeyState.class);

    private static final Map<String, Class<? extends Record>> FACTS = Map.of(
            EventTypes.TICKET_ASSET_UNLINKED, TicketAssetUnlinked.class,
            EventTypes.API_KEY_REVOKED, ApiKeyRevoked.class);

    static Set<String> types() {
        return Contracts.described();
    }

    static Stream<Arguments> states() {
        return Stream.of(
                state(AssetState.class, "asset.json", EventTypes.ASSET_CREATED),
                state(TicketState.class, "ticket.json", EventTypes.TICKET_CREATED),
                state(ReferenceState.class, "reference.json", EventTypes.REFERENCE_CHANGED),
                state(TicketAssetLinkState.class, "ticket_asset_link.json", EventTypes.TICKET_ASSET_LINKED),
                state(TenantState.class, "tenant.json", EventTypes.TENANT_CREATED),
                partOfTenant(TenantSettings.class, "/$defs/settings", "/settings"),
                partOfTenant(TenantSettings.RateLimit.class, "/$defs/rate_limit", "/settings/rate_limit"),
                partOfTenant(HostState.class, "/$defs/host", "/hosts/0"),
                state(UserState.class, "user.json", EventTypes.USER_CREATED),
                state(RoleState.class, "role.json", EventTypes.ROLE_CREATED),
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

    private static Arguments state(Class<?> state, String file, String type) {
        return Arguments.of(state, file, "", type, "");
    }

    private static Arguments partOfTenant(Class<?> part, String definition, String pointer) {
        return Arguments.of(part, "tenant.json", definition, EventTypes.TENANT_CREATED, pointer);
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

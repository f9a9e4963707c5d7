package io.deskgraph.links.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.deskgraph.contracts.asset.AssetState;
import io.deskgraph.contracts.ticket.BundleState;
import io.deskgraph.contracts.ticket.TicketState;
import io.deskgraph.kit.http.JsonRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** States as the owners write them, in JSON. */
public final class States {

    public static final Instant CREATED = Instant.parse("2026-03-04T05:06:07.089Z");
    public static final UUID STATUS = UUID.fromString("01970000-0000-7000-8000-000000000051");
    public static final UUID CLIENT = UUID.fromString("01970000-0000-7000-8000-0000000000c1");
    public static final UUID BOARD = UUID.fromString("01970000-0000-7000-8000-0000000000b1");
    public static final UUID PRIORITY = UUID.fromString("01970000-0000-7000-8000-000000000091");

    private static final ObjectMapper JSON = JsonRules.apply(new ObjectMapper().registerModule(new JavaTimeModule()));

    private States() {}

    public static String asset(UUID tenant, UUID id, long version, String name) {
        return json(new AssetState(
                tenant,
                id,
                7,
                "default",
                "TAG-" + id,
                name,
                "server",
                "available",
                CLIENT,
                null,
                null,
                "S-1",
                "Maker",
                "M1",
                LocalDate.of(2025, 1, 31),
                "10.50",
                null,
                "",
                Map.of("weight", new BigDecimal("1.50")),
                List.of("blue", "red"),
                null,
                null,
                null,
                null,
                CREATED,
                CREATED.plusSeconds(version),
                version));
    }

    public static String ticket(UUID tenant, UUID id, long version, String title) {
        return json(new TicketState(
                tenant,
                id,
                "TIC1000",
                title,
                null,
                CLIENT,
                null,
                null,
                BOARD,
                STATUS,
                null,
                null,
                PRIORITY,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                CREATED,
                CREATED.plusSeconds(version),
                null,
                false,
                null,
                null,
                "api",
                "api",
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                version));
    }

    public static String bundle(UUID tenant, UUID id, long version, UUID master, List<UUID> children) {
        return json(new BundleState(tenant, id, master, children, "link_only", false, version));
    }

    /** The value of an event after which this is the state. */
    public static String event(String state) {
        return "{\"after\":" + state + ",\"changed\":{}}";
    }

    private static String json(Object state) {
        try {
            return JSON.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

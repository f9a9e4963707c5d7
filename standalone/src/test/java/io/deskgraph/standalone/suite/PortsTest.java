package io.deskgraph.standalone.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void whenNothingIsTakenTheKnownPortsAreUsed() {
        // When
        Ports ports = Ports.choose(8080, port -> true);

        // Then
        assertEquals(List.of(8080, 8081, 8082, 8083, 9080, 9081, 9082, 9083, 54321, 19092, 19093), all(ports));
    }

    @Test
    void aTakenPortMovesOnWithoutMeetingAnother() {
        // Given
        Set<Integer> taken = Set.of(8081, 9083, 54321, 54322, 19092);

        // When
        Ports ports = Ports.choose(8080, port -> !taken.contains(port));

        // Then
        assertEquals(List.of(8080, 8082, 8083, 8084, 9080, 9081, 9082, 9084, 54323, 19093, 19094), all(ports));
    }

    @Test
    void theGatewayTakesAnothersPreferredPort() {
        // When
        Ports ports = Ports.choose(8082, port -> true);

        // Then
        assertEquals(8082, ports.gateway());
        assertEquals(11, new HashSet<>(all(ports)).size());
    }

    @Test
    void theGatewaysPortIsNotMoved() {
        // When
        LaunchException refusal = assertThrows(LaunchException.class, () -> Ports.choose(8080, port -> port != 8080));

        // Then
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("8080") && message.contains("--port"), message);
    }

    private static List<Integer> all(Ports ports) {
        List<Integer> all = new ArrayList<>();
        List.of(Service.values()).forEach(service -> all.add(ports.http(service)));
        List.of(Service.values()).forEach(service -> all.add(ports.management(service)));
        all.addAll(List.of(ports.postgres(), ports.kafka(), ports.kafkaController()));
        return all;
    }
}

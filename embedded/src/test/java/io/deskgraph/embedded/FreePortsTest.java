package io.deskgraph.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    /** Linux gives out ports from 32768 on by itself, other systems from 49152. */
    private static final int FIRST_OF_THE_SYSTEMS = 32_768;

    @Test
    void noPortIsChosenTwiceNorOutOfThoseTheSystemGivesAway() {
        Set<Integer> ports =
                IntStream.range(0, 300).mapToObj(n -> FreePorts.any()).collect(Collectors.toSet());

        assertEquals(300, ports.size());
        assertTrue(ports.stream().allMatch(port -> port > 1024 && port < FIRST_OF_THE_SYSTEMS), ports.toString());
    }
}

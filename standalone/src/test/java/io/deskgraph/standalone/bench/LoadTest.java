package io.deskgraph.standalone.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskgraph.standalone.suite.LaunchException;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final String REPORT = """
            Running 10s test @ http://localhost:8080
              2 threads and 16 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     4.62ms    2.01ms  41.30ms   88.21%
                Req/Sec     1.77k   214.12     2.20k    71.00%
              Latency Distribution
                 50%  850.00us
                 75%    5.12ms
                 90%    6.60ms
                 99%    1.02s
              35310 requests in 10.01s, 61.52MB read
            """;

    @Test
    void whatItSaysIsRead() {
        Load.Measured measured = Load.read(REPORT + "Requests/sec:   3527.47\nTransfer/sec:      6.15MB\n");

        assertEquals(new Load.Measured(35310, 3527.47, 0.85, 1020, 0), measured);
    }

    @Test
    void refusalsAndBrokenConnectionsAreErrors() {
        String errors = "  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 90\n";

        assertEquals(
                100, Load.read(REPORT + errors + "Requests/sec:   3527.47\n").errors());
    }

    @Test
    void anythingElseIsNotTakenForAResult() {
        assertThrows(LaunchException.class, () -> Load.read("unable to connect"));
    }
}

package io.deskgraph.assets.importing;

import static io.deskgraph.assets.Files.upload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.assets.Api;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stays in memory after a collection while a file is imported depends on the batch, not on the file. */
@QuarkusTest
class ImportMemoryTest {

    private static final int ROWS = 12_000;

    @Test
    void theLongFileNeedsNoMoreThanTheShortOne() {
        long small = heapAfter(rows(2_000));
        long large = heapAfter(rows(ROWS));

        assertTrue(large - small < 24_000_000, () -> "grown from " + small + " to " + large);
    }

    @Test
    void aTrialRunOfTheWholeFileIsTheRealOne() {
        Api api = Api.ofNewTenant();
        byte[] file = rows(5_000);

        String trial = upload(api, "?dry_run=true", file).asString();
        long written = Database.count("SELECT count(*) FROM assets WHERE tenant_id = ?", api.tenant());
        String real = upload(api, "", file).asString();
        String again = upload(api, "", file).asString();

        assertEquals(0, written);
        assertEquals(trial, real);
        assertEquals(
                real.replace("\"created\":4500", "\"created\":0").replace("\"unchanged\":0", "\"unchanged\":4500"),
                again);
    }

    private static long heapAfter(byte[] file) {
        Api api = Api.ofNewTenant();
        upload(api, "", file).then().statusCode(200);
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }

    private static byte[] rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        i -> "T-%06d,Thing %d,%s,%s".formatted(i, i, i % 10 == 0 ? "nowhere" : "", "note ".repeat(20)))
                .collect(Collectors.joining("\n", "asset_tag,name,status,notes\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}

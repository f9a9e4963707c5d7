package io.deskgraph.assets.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Cursor;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Few hits, many hits and hits among the first are found in three ways: what a page shows is what the plain condition
 * finds, whichever way it was, and on both sides of where one way gives place to the next.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class SoughtHitsTest {

    private static final int ROWS = 12_000;

    @Inject
    Transactions transactions;

    private final UUID tenant = Ids.next();
    private final UUID other = Ids.next();

    private boolean filled;

    /** Hits lie behind the first assets, so that only the words made for it are found among those. */
    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        Stream.of(tenant, other).forEach(owner -> {
            Database.execute(
                    "INSERT INTO asset_databases (tenant_id, id, created_at, updated_at, version)"
                            + " VALUES (?, 'default', now(), now(), 1)",
                    owner);
            Database.execute("""
                    INSERT INTO assets (tenant_id, id, number, database_id, asset_tag, name, asset_type, status,
                                        manufacturer, custom_fields, created_at, updated_at, version)
                    SELECT ?, gen_random_uuid(), n, 'default', 'T-' || lpad(n::text, 6, '0'),
                           'Thing' || CASE WHEN n <= 30 THEN ' early' ELSE '' END
                               || CASE WHEN n % 3000 = 7 THEN ' seldom' ELSE '' END
                               || CASE WHEN n BETWEEN 7001 AND 10999 THEN ' under' ELSE '' END
                               || CASE WHEN n BETWEEN 7001 AND 11000 THEN ' border' ELSE '' END
                               || CASE WHEN n BETWEEN 7001 AND 11001 THEN ' beyond' ELSE '' END
                               || CASE n WHEN 8000 THEN ' xzqx' WHEN 8001 THEN ' zq' WHEN 8002 THEN ' zq-' WHEN 8003
                                         THEN ' zqж' ELSE '' END,
                           'server', CASE WHEN n % 2 = 0 THEN 'retired' ELSE 'available' END,
                           CASE WHEN n = 8004 THEN 'Make zq' END,
                           jsonb_build_object('seldom', n % 3000 = 7, 'border', n BETWEEN 7001 AND 11000,
                                              'beyond', n BETWEEN 7001 AND 11001, 'early', n <= 30),
                           now() - n * interval '1 s', now() - n % 7 * interval '1 s', 1
                    FROM generate_series(1, ?) AS n""", owner, ROWS);
        });
        Database.execute("ANALYZE assets");
    }

    @ParameterizedTest
    @CsvSource({
        "early,30",
        "seldom,4",
        "under,3999",
        "border,4000",
        "beyond,4001",
        "zq,5",
        "thing,12000",
        "nowhere,0",
        "g s,3",
        "zqж,1",
        "жы,0",
        "-0,12000",
        "t-0080,100",
        "eyond,4001"
    })
    void aSearchShowsWhatThePlainConditionFinds(String text, int hits) {
        String condition = "strpos(search_text, '" + text + "') > 0";
        assertEquals(hits, expected(condition, "id", ROWS, 0).size());

        for (int offset : new int[] {0, 20, hits / 2, Math.max(0, hits - 5)}) {
            assertEquals(expected(condition, "asset_tag, id", 26, offset), page(text(text), tag(false), offset));
            assertEquals(
                    expected(condition, "asset_tag DESC, id DESC", 26, offset), page(text(text), tag(true), offset));
            assertEquals(
                    expected(condition, "updated_at, id", 26, offset),
                    page(text(text), new AssetOrder(AssetSort.UPDATED, false), offset));
        }
        assertEquals(expected(condition, "asset_tag, id", 26, 0), ids(RankedHits.query(text(text), "", 26)));
    }

    @ParameterizedTest
    @CsvSource({"early,30", "seldom,4", "border,4000", "beyond,4001", "nowhere,0"})
    void aCustomFieldFindsWhatThePlainConditionFinds(String field, int hits) {
        String condition = "custom_fields @> '{\"" + field + "\": true}'";
        assertEquals(hits, expected(condition, "id", ROWS, 0).size());

        for (int offset : new int[] {0, hits / 2}) {
            AssetCriteria criteria = new AssetCriteria(tenant).custom(Map.of(field, List.of("true")));
            assertEquals(expected(condition, "asset_tag, id", 26, offset), page(criteria, tag(false), offset));
        }
    }

    @Test
    void filtersAndBothKindsOfConditionHoldTogether() {
        for (String word : List.of("early", "seldom", "border", "beyond")) {
            String condition =
                    "strpos(search_text, '%s') > 0 AND custom_fields @> '{\"%s\": true}' AND status = 'retired'"
                            .formatted(word, word);
            AssetCriteria criteria = text(word).status("retired").custom(Map.of(word, List.of("true")));

            assertEquals(expected(condition, "asset_tag, id", 26, 0), page(criteria, tag(false), 0), word);
        }
    }

    @ParameterizedTest
    @CsvSource({"seldom,1", "early,7", "border,500", "beyond,500"})
    void aWalkByCursorMeetsEachHitOnceAndInOrder(String text, int limit) {
        List<List<UUID>> walks = List.of(new ArrayList<>(), new ArrayList<>());
        String listed = null;
        String ranked = "";
        List<UUID> all = expected("strpos(search_text, '" + text + "') > 0", "asset_tag, id", ROWS, 0);

        for (int from = 0; from < all.size(); from += limit) {
            AssetCriteria criteria = text(text);
            if (listed != null) {
                tag(false).continueAfter(listed, criteria);
            }
            walks.get(0).addAll(ids(AssetLists.list(criteria, tag(false), limit, 0)));
            walks.get(1).addAll(ids(RankedHits.query(text(text), ranked, limit)));
            UUID last = all.get(Math.min(from + limit, all.size()) - 1);
            listed = Cursor.after("TAG+", tagOf(last), last).encode();
            ranked = Cursor.after("RELEVANCE", 3, tagOf(last), last).encode();
        }

        assertEquals(List.of(all, all), walks);
    }

    private AssetCriteria text(String text) {
        return new AssetCriteria(tenant).contains(text);
    }

    private static AssetOrder tag(boolean descending) {
        return new AssetOrder(AssetSort.TAG, descending);
    }

    private List<UUID> page(AssetCriteria criteria, AssetOrder order, int offset) {
        return ids(AssetLists.list(criteria, order, 26, offset));
    }

    private String tagOf(UUID asset) {
        return Database.texts("SELECT asset_tag FROM assets WHERE tenant_id = ? AND id = ?", tenant, asset)
                .get(0);
    }

    private List<UUID> expected(String condition, String order, int limit, int offset) {
        String sql = "SELECT id FROM assets WHERE tenant_id = ? AND %s ORDER BY %s LIMIT %d OFFSET %d"
                .formatted(condition, order, limit, offset);
        return Database.texts(sql, tenant).stream().map(UUID::fromString).toList();
    }

    private List<UUID> ids(AssetLists.Query query) {
        return transactions
                .run(tenant, tx -> tx.sql(query.sql(), query.arguments()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList())
                .await()
                .atMost(Duration.ofSeconds(60));
    }
}

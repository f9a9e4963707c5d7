package io.deskgraph.assets.asset;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.http.Cursor;
import io.deskgraph.kit.test.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a hundred thousand assets the lists are read by their indexes, as the application role, behind the policies. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class AssetIndexTest {

    private static final int ROWS = 100_000;

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    @Inject
    Transactions transactions;

    private final UUID tenant = Ids.next();

    private boolean filled;

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        Database.execute(
                "INSERT INTO asset_databases (tenant_id, id, created_at, updated_at, version)"
                        + " VALUES (?, 'default', now(), now(), 1)",
                tenant);
        Database.execute("""
                INSERT INTO assets (tenant_id, id, number, database_id, asset_tag, name, asset_type, status, manufacturer,
                                    client_id, warranty_end_date, custom_fields, created_at, updated_at, version)
                SELECT ?, gen_random_uuid(), n, 'default', 'T-' || n, 'Thing ' || n, 'type ' || n % 500,
                       CASE WHEN n % 1000 = 0 THEN 'retired' ELSE 'available' END, 'maker ' || n % 500,
                       gen_random_uuid(), date '2026-01-01' + n % 1000, jsonb_build_object('rack', n % 5000),
                       now() - n * interval '1 s', now(), 1
                FROM generate_series(1, ?) AS n""", tenant, ROWS);
        Database.execute("ANALYZE assets");
    }

    @ParameterizedTest
    @CsvSource({
        "TAG,assets_tag_ix",
        "NAME,assets_name_ix",
        "CREATED,assets_created_ix",
        "UPDATED,assets_updated_ix",
        "WARRANTY,assets_warranty_ix",
        "PURCHASE_DATE,assets_purchased_ix",
        "NUMBER,assets_number_uk",
        "SERIAL,assets_serial_ix",
        "MODEL,assets_model_ix",
        "MANUFACTURER,assets_manufacturer_sort_ix",
        "TYPE,assets_type_sort_ix",
        "STATUS,assets_status_sort_ix",
        "PURCHASE_COST,assets_cost_ix",
        "EXPECTED_CHECKIN,assets_expected_ix"
    })
    void aSortedPageComesFromItsIndexBothWays(AssetSort sort, String index) {
        for (boolean descending : new boolean[] {false, true}) {
            String plan = plan(new AssetCriteria(tenant), new AssetOrder(sort, descending), null);

            assertTrue(plan.contains(index), plan);
            assertFalse(plan.contains("Seq Scan on assets"), plan);
        }
    }

    @Test
    void theNextPageStartsInsideTheIndex() {
        String cursor = Cursor.after("TAG+", "T-5", Ids.next()).encode();

        String plan = plan(new AssetCriteria(tenant), new AssetOrder(AssetSort.TAG, false), cursor);

        assertTrue(plan.contains("assets_tag_ix"), plan);
        assertTrue(plan.matches("(?s).*Index Cond: [^\\n]*ROW\\(a?\\.?asset_tag.*"), plan);
    }

    @Test
    void filtersUseTheirIndexes() {
        AssetOrder order = new AssetOrder(AssetSort.TAG, false);

        assertUses("assets_status_ix", plan(new AssetCriteria(tenant).status("retired"), order, null));
        assertUses("assets_type_ix", plan(new AssetCriteria(tenant).assetType("type 7"), order, null));
        assertUses("assets_manufacturer_ix", plan(new AssetCriteria(tenant).manufacturer("maker 7"), order, null));
        assertUses("assets_client_ix", plan(new AssetCriteria(tenant).client(Ids.next()), order, null));
        assertUses("assets_location_ix", plan(new AssetCriteria(tenant).location(Ids.next()), order, null));
    }

    @Test
    void aRareTextAndACustomFieldAreFoundByTheirIndexes() {
        AssetOrder order = new AssetOrder(AssetSort.TAG, false);
        assertUses("assets_search_ix", plan(new AssetCriteria(tenant).contains("thing 77777"), order, null));
        assertUses(
                "assets_fields_ix", plan(new AssetCriteria(tenant).custom(Map.of("rack", List.of("7"))), order, null));

        String ranked = explain(RankedHits.query(new AssetCriteria(tenant).contains("thing 77777"), "", 26));
        assertUses("assets_search_ix", ranked);
        assertUses("assets_tag_prefix_ix", ranked);
        assertFalse(ranked.contains("Seq Scan on assets"), ranked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing 77777", "t-77777", "7777", "zq", "nowhere"})
    void aRareTextReadsAFewPagesOfThousands(String text) {
        AssetOrder order = new AssetOrder(AssetSort.CREATED, true);

        assertReadsLittle(AssetLists.list(new AssetCriteria(tenant).contains(text), order, 26, 0));
        assertReadsLittle(RankedHits.query(new AssetCriteria(tenant).contains(text), "", 26));
    }

    @Test
    void aRareFieldReadsAFewPagesOfThousands() {
        AssetCriteria criteria = new AssetCriteria(tenant).custom(Map.of("rack", List.of("7")));

        assertReadsLittle(AssetLists.list(criteria, new AssetOrder(AssetSort.TAG, false), 26, 0));
    }

    /** The first line about buffers is that of the whole statement. */
    private void assertReadsLittle(AssetLists.Query query) {
        String plan = explain("EXPLAIN (ANALYZE, BUFFERS) ", query);
        Matcher read = BUFFERS.matcher(plan);
        assertTrue(read.find(), plan);
        int pages = Integer.parseInt(read.group(1)) + (read.group(2) == null ? 0 : Integer.parseInt(read.group(2)));
        assertTrue(pages < 2_000, pages + " pages\n" + plan);
    }

    private static void assertUses(String index, String plan) {
        assertTrue(plan.contains(index), plan);
    }

    private String plan(AssetCriteria criteria, AssetOrder order, String cursor) {
        if (cursor != null) {
            order.continueAfter(cursor, criteria);
        }
        return explain(AssetLists.list(criteria, order, 101, 0));
    }

    private String explain(AssetLists.Query query) {
        return explain("EXPLAIN ", query);
    }

    private String explain(String how, AssetLists.Query query) {
        return transactions
                .run(tenant, tx -> tx.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
                        .chain(() -> tx.sql(how + query.sql(), query.arguments())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}

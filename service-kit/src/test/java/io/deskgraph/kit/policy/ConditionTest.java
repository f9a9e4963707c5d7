package io.deskgraph.kit.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.contracts.identity.PolicyState;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a list filters in SQL is what a read by id would refuse. */
@QuarkusTest
class ConditionTest {

    private static final long SEED = 20_261_121;
    private static final int POLICY_SETS = 400;
    private static final int ASSETS = 60;
    private static final int TEXTS = 30_000;
    private static final String ALPHABET = "aab.*+?()[]{}|^$\\-,01dwsDWS:";

    private static final String SELECT = """
            SELECT a.id FROM jsonb_to_recordset($1::text::jsonb)
                AS a (id uuid, asset_tag text, database_id text, name text, asset_type text, tags text[])
            WHERE\s""";

    @Inject
    Transactions transactions;

    @Inject
    ObjectMapper json;

    private final Random random = new Random(SEED);
    private final RandomPolicies world = new RandomPolicies(random);

    @Test
    void aListHoldsWhatMayBeRead() throws Exception {
        // Given
        List<AssetAttributes> assets =
                Stream.generate(() -> world.asset()).limit(ASSETS).toList();
        String rows =
                json.writeValueAsString(assets.stream().map(ConditionTest::row).toList());
        int filtered = 0;

        for (int i = 0; i < POLICY_SETS; i++) {
            List<PolicyState> policies = world.policies();
            Access access =
                    PolicySnapshot.of(policies).of(world.user(), world.roles()).assets(Verb.GET);

            // When
            Set<UUID> listed = listed(access, rows);

            // Then
            Set<UUID> readable = new HashSet<>();
            access.allowed(assets, asset -> asset).forEach(asset -> readable.add(asset.id()));
            assertEquals(readable, listed, policies::toString);
            filtered += listed.isEmpty() || listed.size() == assets.size() ? 0 : 1;
        }
        assertTrue(filtered > 50, "only " + filtered + " lists held some assets and not others");
    }

    /** Random texts: those that are accepted mean the same to both engines, and neither fails. */
    @Test
    void anAcceptedPatternMeansTheSameToBothEngines() {
        List<String> values = List.of(
                "", "a", "b", "ab", "aab", "aa", "0", "1", "a0", "-", ".", "\n", "a\nb", ",", " ", "é", "_", "D");
        List<LinearPattern> accepted = Stream.generate(this::text)
                .limit(TEXTS)
                .map(ConditionTest::accepted)
                .filter(Objects::nonNull)
                .toList();
        assertTrue(accepted.size() > 1_000, "only " + accepted.size() + " patterns were accepted");

        Set<String> expected = new TreeSet<>();
        for (LinearPattern pattern : accepted) {
            values.stream()
                    .filter(pattern::matches)
                    .forEach(value -> expected.add(pattern.postgres() + " matches " + value));
        }
        assertEquals(expected, matchedByPostgres(accepted, values));
    }

    private Set<String> matchedByPostgres(List<LinearPattern> patterns, List<String> values) {
        String sql = """
                SELECT pattern || ' matches ' || value AS match
                FROM unnest($1::text[]) AS pattern, unnest($2::text[]) AS value
                WHERE value COLLATE "C" ~ pattern""";
        var rows = transactions
                .run(
                        Ids.next(),
                        tx -> tx.sql(
                                sql,
                                patterns.stream().map(LinearPattern::postgres).toArray(String[]::new),
                                values.toArray(String[]::new)))
                .await()
                .atMost(Duration.ofSeconds(30));
        Set<String> matched = new TreeSet<>();
        rows.forEach(row -> matched.add(row.getString("match")));
        return matched;
    }

    private static @Nullable LinearPattern accepted(String text) {
        try {
            return LinearPattern.of(text);
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(9);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private Set<UUID> listed(Access access, String rows) {
        List<Object> arguments = new ArrayList<>(List.of(rows));
        String condition = access.condition(AssetColumns.of("a", "id"), value -> {
            arguments.add(value);
            return "$" + arguments.size();
        });
        Set<UUID> listed = new HashSet<>();
        for (Row row : transactions
                .run(Ids.next(), tx -> tx.sql(SELECT + condition, arguments.toArray()))
                .await()
                .atMost(Duration.ofSeconds(20))) {
            listed.add(row.getUUID("id"));
        }
        return listed;
    }

    private static Map<String, Object> row(AssetAttributes asset) {
        return Map.of(
                "id", asset.id(),
                "asset_tag", asset.assetTag(),
                "database_id", asset.databaseId(),
                "name", asset.name(),
                "asset_type", asset.assetType(),
                "tags", asset.tags());
    }
}

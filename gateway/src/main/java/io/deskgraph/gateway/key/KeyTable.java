package io.deskgraph.gateway.key;

import io.deskgraph.contracts.identity.ApiKeyState;
import io.deskgraph.gateway.apikey.KeyHash;
import io.deskgraph.gateway.identity.Stamp;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The keys' rows. Revoked ones stay for the record and are not shown. */
@Singleton
class KeyTable {

    static final String SELECT = """
            SELECT k.id, k.user_id, k.name, k.prefix, k.scopes, k.allowed_ips, k.expires_at, k.rotated_at, k.last_used_at,
                   k.created_at, k.created_by, k.updated_at, k.version
            FROM api_keys k
            WHERE k.tenant_id = $1 AND k.revoked_at IS NULL""";

    private static final String INSERT = """
            INSERT INTO api_keys (tenant_id, id, user_id, name, prefix, key_hash, scopes, allowed_ips, expires_at,
                                  created_at, created_by, updated_at, updated_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $11)""";

    private static final String UPDATE = """
            UPDATE api_keys SET name = $3, scopes = $4, allowed_ips = $5, expires_at = $6, updated_at = $7, updated_by = $8,
                                version = $9
            WHERE tenant_id = $1 AND id = $2""";

    private static final String ROTATE = """
            UPDATE api_keys SET previous_hash = key_hash, previous_valid_until = $3, key_hash = $4, prefix = $5,
                                rotated_at = $6, updated_at = $6, updated_by = $7, version = $8
            WHERE tenant_id = $1 AND id = $2""";

    private static final String REVOKE = """
            UPDATE api_keys SET revoked_at = $3, revoked_by = $4, updated_at = $3, updated_by = $4, version = version + 1
            WHERE tenant_id = $1 AND revoked_at IS NULL AND %s = $2
            RETURNING id, user_id, version""";

    Uni<@Nullable StoredKey> lock(Tx tx, UUID id) {
        return tx.sql(SELECT + " AND k.id = $2 FOR UPDATE", tx.tenant(), id)
                .map(KeyTable::keys)
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    Uni<Void> insert(Tx tx, StoredKey key, KeyHash hash, UUID by) {
        ApiKeyState state = key.state();
        return tx.sql(
                        INSERT,
                        tx.tenant(),
                        state.apiKeyId(),
                        state.userId(),
                        state.name(),
                        key.prefix(),
                        Buffer.buffer(hash.bytes()),
                        texts(state.scopes()),
                        texts(state.allowedIps()),
                        time(state.expiresAt()),
                        time(state.createdAt()),
                        by)
                .replaceWithVoid();
    }

    Uni<Void> update(Tx tx, ApiKeyState state, UUID by) {
        return tx.sql(
                        UPDATE,
                        tx.tenant(),
                        state.apiKeyId(),
                        state.name(),
                        texts(state.scopes()),
                        texts(state.allowedIps()),
                        time(state.expiresAt()),
                        time(state.updatedAt()),
                        by,
                        (int) state.version())
                .replaceWithVoid();
    }

    /** @param overlapEnds until when the key before goes on working */
    Uni<Void> rotate(Tx tx, StoredKey key, KeyHash hash, Instant overlapEnds, UUID by) {
        ApiKeyState state = key.state();
        return tx.sql(
                        ROTATE,
                        tx.tenant(),
                        state.apiKeyId(),
                        time(overlapEnds),
                        Buffer.buffer(hash.bytes()),
                        key.prefix(),
                        time(state.rotatedAt()),
                        by,
                        (int) state.version())
                .replaceWithVoid();
    }

    /** @param column {@code id} for one key, {@code user_id} for all of a user's */
    Uni<RowSet<Row>> revoke(Tx tx, String column, UUID value, Instant now, UUID by) {
        return tx.sql(REVOKE.formatted(column), tx.tenant(), value, time(now), by);
    }

    static List<StoredKey> keys(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(KeyTable::key)
                .toList();
    }

    private static StoredKey key(Row row) {
        ApiKeyState state = new ApiKeyState(
                row.getUUID("id"),
                row.getUUID("user_id"),
                row.getString("name"),
                list(row.getArrayOfStrings("scopes")),
                list(row.getArrayOfStrings("allowed_ips")),
                instant(row, "expires_at"),
                instant(row, "rotated_at"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
        return new StoredKey(state, row.getString("prefix"), instant(row, "last_used_at"), row.getUUID("created_by"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable List<String> list(String @Nullable [] values) {
        return values == null ? null : List.of(values);
    }

    private static String @Nullable [] texts(@Nullable List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : new Stamp(instant).column();
    }
}

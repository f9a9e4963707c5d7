package io.deskgraph.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskgraph.contracts.identity.ApiKeyState;
import io.deskgraph.kit.http.Secretive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key as the API shows it.
 *
 * @param key the key itself; there only in the answer that made it
 */
@Schema(name = "ApiKey")
record KeyView(
        UUID apiKeyId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "dgk_...") @Nullable
        String key,

        String prefix,
        String name,
        UUID userId,
        @Nullable List<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable List<String> allowedIps,
        Instant createdAt,
        @Nullable UUID createdBy,
        @Nullable Instant lastUsedAt) {

    static KeyView of(StoredKey key) {
        return with(key, null);
    }

    static KeyView with(StoredKey key, @Nullable String plain) {
        ApiKeyState state = key.state();
        return new KeyView(
                state.apiKeyId(),
                plain,
                key.prefix(),
                state.name(),
                state.userId(),
                state.scopes(),
                state.expiresAt(),
                state.allowedIps(),
                state.createdAt(),
                key.createdBy(),
                key.lastUsedAt());
    }

    /** The answer that holds a new key, once. */
    record NewKeyAnswer(KeyView data) implements Secretive {

        @Override
        public NewKeyAnswer withoutSecret() {
            return new NewKeyAnswer(new KeyView(
                    data.apiKeyId,
                    null,
                    data.prefix,
                    data.name,
                    data.userId,
                    data.scopes,
                    data.expiresAt,
                    data.allowedIps,
                    data.createdAt,
                    data.createdBy,
                    data.lastUsedAt));
        }

        /** Says nothing: an answer may end up in a log. */
        @Override
        public String toString() {
            return "NewKeyAnswer";
        }
    }

    record KeyAnswer(KeyView data) {}
}

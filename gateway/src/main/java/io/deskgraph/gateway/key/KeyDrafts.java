package io.deskgraph.gateway.key;

import io.deskgraph.contracts.identity.ApiKeyState;
import io.deskgraph.gateway.apikey.AddressRange;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a key would be after a request; all mistakes are told at once. */
@Singleton
class KeyDrafts {

    private static final int MAX_NAME = 255;
    private static final int MAX_VALUES = 200;

    private final Author author;

    KeyDrafts(Author author) {
        this.author = author;
    }

    ApiKeyState first(KeyRequest body) {
        List<Detail> mistakes = new ArrayList<>();
        if (body.label() == null) {
            mistakes.add(Detail.of("name", "Is required"));
        }
        check(body, mistakes);
        Instant now = author.now().instant();
        UUID user = body.userId() == null ? author.id() : body.userId();
        return new ApiKeyState(
                Ids.next(),
                user,
                Objects.requireNonNull(body.label()).strip(),
                sorted(body.scopes()),
                body.allowedIps(),
                millis(body.expiresAt()),
                null,
                now,
                now,
                1);
    }

    ApiKeyState next(ApiKeyState before, Sent<KeyRequest> sent) {
        KeyRequest body = sent.body();
        List<Detail> mistakes = new ArrayList<>();
        if ((sent.names().contains("name") || sent.names().contains("description")) && body.label() == null) {
            mistakes.add(Detail.of("name", "Must not be null"));
        }
        if (body.userId() != null && !body.userId().equals(before.userId())) {
            mistakes.add(Detail.of("user_id", "Cannot be changed"));
        }
        check(body, mistakes);
        return new ApiKeyState(
                before.apiKeyId(),
                before.userId(),
                body.label() == null ? before.name() : body.label().strip(),
                sent.member("scopes", sorted(body.scopes())).over(before.scopes()),
                sent.member("allowed_ips", body.allowedIps()).over(before.allowedIps()),
                sent.member("expires_at", millis(body.expiresAt())).over(before.expiresAt()),
                before.rotatedAt(),
                before.createdAt(),
                author.now().instant(),
                before.version() + 1);
    }

    private void check(KeyRequest body, List<Detail> mistakes) {
        if (body.label() != null
                && (body.label().isBlank() || body.label().strip().length() > MAX_NAME)) {
            mistakes.add(Detail.of("name", "Must be 1 to " + MAX_NAME + " characters"));
        }
        if (body.expiresAt() != null && !body.expiresAt().isAfter(author.now().instant())) {
            mistakes.add(Detail.of("expires_at", "Must be in the future"));
        }
        each("scopes", body.scopes(), author::knows, "Unknown permission", mistakes);
        each(
                "allowed_ips",
                body.allowedIps(),
                text -> AddressRange.parse(text) != null,
                "Must be an address or a block such as 192.0.2.0/24",
                mistakes);
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }

    private static void each(
            String member,
            @Nullable List<String> values,
            Predicate<String> right,
            String otherwise,
            List<Detail> mistakes) {
        List<String> given = values == null ? List.of() : values;
        if (given.size() > MAX_VALUES) {
            mistakes.add(Detail.of(member, "Must have at most " + MAX_VALUES + " values"));
            return;
        }
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) == null || !right.test(given.get(i))) {
                mistakes.add(Detail.of(List.of(member, i), otherwise));
            }
        }
    }

    private static @Nullable List<String> sorted(@Nullable List<String> scopes) {
        return scopes == null ? null : scopes.stream().distinct().sorted().toList();
    }

    private static @Nullable Instant millis(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}

package io.deskgraph.gateway.user;

import io.deskgraph.contracts.identity.UserState;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Member;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a user would be after a request; all mistakes are told at once. */
@Singleton
class UserDrafts {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");
    private static final Set<String> TYPES = Set.of("internal", "client");
    private static final int MAX_NAME = 255;
    private static final int MAX_ROLES = 100;

    private final Author author;

    UserDrafts(Author author) {
        this.author = author;
    }

    UserState first(UserRequest body) {
        List<Detail> mistakes = new ArrayList<>();
        if (body.address() == null) {
            mistakes.add(Detail.of("email", "Is required"));
        }
        check(body, mistakes);
        Instant now = author.now().instant();
        String address = Objects.requireNonNull(body.address()).strip();
        return new UserState(
                Ids.next(),
                address,
                address,
                body.firstName(),
                body.lastName(),
                body.userType() == null ? "internal" : body.userType(),
                sorted(body.roles()),
                Boolean.TRUE.equals(body.isInactive()),
                now,
                now,
                1);
    }

    UserState next(UserState before, Sent<UserRequest> sent) {
        UserRequest body = sent.body();
        List<Detail> mistakes = new ArrayList<>();
        for (String name : List.of("email", "username", "user_type", "roles", "is_inactive")) {
            if (sent.names().contains(name) && isNull(body, name)) {
                mistakes.add(Detail.of(name, "Must not be null"));
            }
        }
        check(body, mistakes);
        String address =
                body.address() == null ? before.email() : body.address().strip();
        return new UserState(
                before.userId(),
                address,
                address,
                sent.member("first_name", body.firstName()).over(before.firstName()),
                sent.member("last_name", body.lastName()).over(before.lastName()),
                body.userType() == null ? before.userType() : body.userType(),
                body.roles() == null ? before.roles() : sorted(body.roles()),
                new Member<>("is_inactive", true, body.isInactive()).or(before.isInactive()),
                before.createdAt(),
                before.updatedAt(),
                before.version());
    }

    private static boolean isNull(UserRequest body, String name) {
        return switch (name) {
            case "email" -> body.email() == null;
            case "username" -> body.username() == null;
            case "user_type" -> body.userType() == null;
            case "roles" -> body.roles() == null;
            default -> body.isInactive() == null;
        };
    }

    private static void check(UserRequest body, List<Detail> mistakes) {
        if (body.address() != null && !ADDRESS.matcher(body.address().strip()).matches()) {
            mistakes.add(Detail.of("email", "Must be an e-mail address"));
        }
        name("first_name", body.firstName(), mistakes);
        name("last_name", body.lastName(), mistakes);
        if (body.userType() != null && !TYPES.contains(body.userType())) {
            mistakes.add(Detail.of("user_type", "Must be one of internal, client"));
        }
        if (body.roles() != null
                && (body.roles().size() > MAX_ROLES || body.roles().stream().anyMatch(Objects::isNull))) {
            mistakes.add(Detail.of("roles", "Must be at most " + MAX_ROLES + " names of roles"));
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }

    private static void name(String member, @Nullable String value, List<Detail> mistakes) {
        if (value != null && value.length() > MAX_NAME) {
            mistakes.add(Detail.of(member, "Must be at most " + MAX_NAME + " characters"));
        }
    }

    private static List<String> sorted(@Nullable List<String> roles) {
        return roles == null ? List.of() : roles.stream().distinct().sorted().toList();
    }
}

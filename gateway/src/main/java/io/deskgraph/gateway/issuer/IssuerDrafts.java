package io.deskgraph.gateway.issuer;

import io.deskgraph.contracts.identity.IssuerState;
import io.deskgraph.contracts.identity.IssuerState.RoleMapping;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an issuer would be after a request. */
@Singleton
class IssuerDrafts {

    private static final int USUAL_SKEW = 30;
    private static final List<String> USUAL_ALGORITHMS = List.of("RS256");

    static final Comparator<RoleMapping> ORDER =
            Comparator.comparing(RoleMapping::externalRole).thenComparing(RoleMapping::role);

    private final IssuerChecks checks;
    private final Author author;

    IssuerDrafts(IssuerChecks checks, Author author) {
        this.checks = checks;
        this.author = author;
    }

    IssuerState first(IssuerRequest body) {
        List<Detail> mistakes = new ArrayList<>();
        if (body.issuer() == null) {
            mistakes.add(Detail.of("issuer", "Is required"));
        }
        if (body.audiences() == null) {
            mistakes.add(Detail.of("audiences", "Is required"));
        }
        checks.check(body, mistakes);
        Instant now = author.now().instant();
        return new IssuerState(
                Ids.next(),
                Objects.requireNonNull(body.issuer()).strip(),
                stripped(body.jwksUrl()),
                sorted(body.audiences(), List.of()),
                sorted(body.algorithms(), USUAL_ALGORITHMS),
                Objects.requireNonNullElse(body.clockSkewSeconds(), USUAL_SKEW),
                body.userClaim(),
                body.roleClaim(),
                mappings(body.roleMappings(), List.of()),
                sorted(body.defaultRoles(), List.of()),
                Boolean.TRUE.equals(body.createUsers()),
                !Boolean.FALSE.equals(body.isEnabled()),
                now,
                now,
                1);
    }

    IssuerState next(IssuerState before, Sent<IssuerRequest> sent) {
        IssuerRequest body = sent.body();
        checks.check(body, refusedNulls(before, sent));
        return new IssuerState(
                before.issuerId(),
                before.issuer(),
                sent.member("jwks_url", stripped(body.jwksUrl())).over(before.jwksUrl()),
                sorted(body.audiences(), before.audiences()),
                sorted(body.algorithms(), before.algorithms()),
                Objects.requireNonNullElse(body.clockSkewSeconds(), before.clockSkewSeconds()),
                sent.member("user_claim", body.userClaim()).over(before.userClaim()),
                sent.member("role_claim", body.roleClaim()).over(before.roleClaim()),
                mappings(body.roleMappings(), before.roleMappings()),
                sorted(body.defaultRoles(), before.defaultRoles()),
                Objects.requireNonNullElse(body.createUsers(), before.createUsers()),
                Objects.requireNonNullElse(body.isEnabled(), before.isEnabled()),
                before.createdAt(),
                author.now().instant(),
                before.version() + 1);
    }

    private static List<Detail> refusedNulls(IssuerState before, Sent<IssuerRequest> sent) {
        IssuerRequest body = sent.body();
        List<Detail> mistakes = new ArrayList<>();
        if (sent.names().contains("issuer") && !before.issuer().equals(stripped(body.issuer()))) {
            mistakes.add(Detail.of("issuer", "Cannot be changed"));
        }
        Stream.of(
                        sent.member("audiences", body.audiences()),
                        sent.member("algorithms", body.algorithms()),
                        sent.member("clock_skew_seconds", body.clockSkewSeconds()),
                        sent.member("role_mappings", body.roleMappings()),
                        sent.member("default_roles", body.defaultRoles()),
                        sent.member("create_users", body.createUsers()),
                        sent.member("is_enabled", body.isEnabled()))
                .filter(member -> member.sent() && !member.hasValue())
                .forEach(member -> mistakes.add(Detail.of(member.name(), "Must not be null")));
        return mistakes;
    }

    /** In one order and once each, so that equal issuers are equal. */
    static List<String> sorted(@Nullable Collection<String> values, List<String> absent) {
        return values == null ? absent : values.stream().distinct().sorted().toList();
    }

    private static List<RoleMapping> mappings(@Nullable List<MappingView> values, List<RoleMapping> absent) {
        if (values == null) {
            return absent;
        }
        return values.stream()
                .map(value -> new RoleMapping(
                        Objects.requireNonNull(value.externalRole()), Objects.requireNonNull(value.role())))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}

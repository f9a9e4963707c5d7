package io.deskgraph.gateway.issuer;

import io.deskgraph.gateway.foreign.Addresses;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be said of an issuer. All mistakes are told at once. */
@Singleton
class IssuerChecks {

    /** Only signatures whose check needs no secret. */
    static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,255}");
    private static final int MOST_AUDIENCES = 20;
    private static final int MOST_ROLES = 200;
    private static final int LONGEST_SKEW = 300;

    private final Addresses addresses;

    IssuerChecks(Addresses addresses) {
        this.addresses = addresses;
    }

    void check(IssuerRequest body, List<Detail> before) {
        List<Detail> mistakes = new ArrayList<>(before);
        address("issuer", body.issuer(), true, mistakes);
        address("jwks_url", body.jwksUrl(), false, mistakes);
        each("audiences", body.audiences(), MOST_AUDIENCES, IssuerChecks::isText, mistakes);
        notEmpty("audiences", body.audiences(), mistakes);
        each("algorithms", body.algorithms(), ALGORITHMS.size(), ALGORITHMS::contains, mistakes);
        notEmpty("algorithms", body.algorithms(), mistakes);
        Integer skew = body.clockSkewSeconds();
        if (skew != null && (skew < 0 || skew > LONGEST_SKEW)) {
            mistakes.add(Detail.of("clock_skew_seconds", "Must be from 0 to " + LONGEST_SKEW));
        }
        path("user_claim", body.userClaim(), mistakes);
        path("role_claim", body.roleClaim(), mistakes);
        mappings(body.roleMappings(), mistakes);
        each("default_roles", body.defaultRoles(), MOST_ROLES, IssuerChecks::isText, mistakes);
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }

    private void address(String member, @Nullable String value, boolean issuer, List<Detail> mistakes) {
        String mistake = value == null ? null : addresses.mistake(value.strip(), issuer);
        if (mistake != null) {
            mistakes.add(Detail.of(member, mistake));
        }
    }

    private static void mappings(@Nullable List<MappingView> mappings, List<Detail> mistakes) {
        List<MappingView> given = mappings == null ? List.of() : mappings;
        if (given.size() > MOST_ROLES) {
            mistakes.add(Detail.of("role_mappings", "Must have at most " + MOST_ROLES + " values"));
            return;
        }
        for (int i = 0; i < given.size(); i++) {
            MappingView mapping = given.get(i);
            if (mapping == null || !isText(mapping.externalRole())) {
                mistakes.add(Detail.of(List.of("role_mappings", i, "external_role"), "Is required"));
            } else if (!isText(mapping.role())) {
                mistakes.add(Detail.of(List.of("role_mappings", i, "role"), "Is required"));
            }
        }
    }

    private static void each(
            String member, @Nullable List<String> values, int most, Predicate<String> right, List<Detail> mistakes) {
        List<String> given = values == null ? List.of() : values;
        if (given.size() > most) {
            mistakes.add(Detail.of(member, "Must have at most " + most + " values"));
            return;
        }
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) == null || !right.test(given.get(i))) {
                mistakes.add(Detail.of(List.of(member, i), "Is not one that can be used here"));
            }
        }
    }

    private static void notEmpty(String member, @Nullable List<String> values, List<Detail> mistakes) {
        if (values != null && values.isEmpty()) {
            mistakes.add(Detail.of(member, "Must have a value"));
        }
    }

    private static void path(String member, @Nullable String value, List<Detail> mistakes) {
        if (value != null && !isText(value)) {
            mistakes.add(Detail.of(member, "Must be 1 to 255 characters"));
        }
    }

    private static boolean isText(@Nullable String value) {
        return value != null && !value.isBlank() && TEXT.matcher(value).matches();
    }
}

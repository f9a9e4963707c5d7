package io.deskgraph.gateway.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the tokens of a tenant's issuers are read by: the issuers, the users and the roles. Empty without an issuer. */
final class Directory {

    static final Directory EMPTY = new Directory(List.of(), List.of(), Map.of());

    private final Map<String, TrustedIssuer> issuers = new HashMap<>();
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, List<String>> permissions;

    /** @param permissions of each role by its name */
    Directory(List<TrustedIssuer> issuers, List<Member> members, Map<String, List<String>> permissions) {
        issuers.forEach(issuer -> this.issuers.put(issuer.issuer(), issuer));
        members.forEach(member -> {
            this.members.put(lower(member.email()), member);
            this.members.put(member.userId().toString(), member);
        });
        this.permissions = Map.copyOf(permissions);
    }

    boolean hasIssuers() {
        return !issuers.isEmpty();
    }

    @Nullable
    TrustedIssuer issuer(String name) {
        return issuers.get(name);
    }

    /** @param identity an e-mail address, whatever its case, or an id */
    @Nullable
    Member member(String identity) {
        return members.get(lower(identity));
    }

    /** Of all these roles together, sorted; a role that is gone gives none. */
    List<String> permissions(Collection<String> roles) {
        TreeSet<String> all = new TreeSet<>();
        roles.forEach(role -> all.addAll(permissions.getOrDefault(role, List.of())));
        return List.copyOf(all);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

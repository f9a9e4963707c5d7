package io.deskgraph.gateway.registry;

import io.deskgraph.gateway.apikey.KeyHash;
import io.deskgraph.gateway.limit.Rate;
import io.deskgraph.gateway.token.CallerClaims;
import io.deskgraph.gateway.token.CallerToken;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant with its keys. A key is looked up among those of the tenant that the host names, and nowhere else. */
public final class Tenant {

    private final TenantRow row;
    private final CallerToken anonymous;
    private final Map<KeyHash, Credential> credentials;
    private final Map<String, Credential> byPrint;
    private final Directory directory;

    private Tenant(TenantRow row, CallerToken anonymous, Map<KeyHash, Credential> credentials, Directory directory) {
        this.row = row;
        this.directory = directory;
        this.anonymous = anonymous;
        this.credentials = credentials;
        this.byPrint = byPrint(credentials);
    }

    static Tenant of(TenantRow row, List<Grant> grants, Directory directory, @Nullable Tenant before) {
        Map<KeyHash, Credential> credentials = new HashMap<>();
        for (Grant grant : grants) {
            Credential known = before == null ? null : before.credentials.get(grant.hash());
            credentials.put(grant.hash(), Credential.of(grant, claims(row, grant), known));
        }
        return new Tenant(row, anonymous(row, before), Map.copyOf(credentials), directory);
    }

    public UUID id() {
        return row.id();
    }

    public String slug() {
        return row.slug();
    }

    public boolean isMsp() {
        return row.msp();
    }

    public boolean isSuspended() {
        return row.suspended();
    }

    /** What is sent for a caller without a credential, on routes that are open to everybody. */
    public CallerToken anonymous() {
        return anonymous;
    }

    public @Nullable Credential credential(KeyHash hash) {
        return credentials.get(hash);
    }

    /** What each of its keys may ask for; null for the suite's default. */
    public @Nullable Rate rate() {
        return row.rate();
    }

    /** Origins of pages whose scripts may call the API. */
    public Set<String> origins() {
        return row.origins();
    }

    /** The credential that a token was given for; null once that may no longer be used. */
    public @Nullable Credential credential(String print) {
        return byPrint.get(print);
    }

    public boolean hasIssuers() {
        return directory.hasIssuers();
    }

    /** The issuer of this name, if this tenant trusts it now; what other tenants trust means nothing here. */
    public @Nullable TrustedIssuer issuer(String name) {
        return directory.issuer(name);
    }

    /** @param identity an e-mail address, whatever its case, or an id */
    public @Nullable Member member(String identity) {
        return directory.member(identity);
    }

    /** A user without a key. */
    public CallerClaims claims(Member member, Collection<String> roles) {
        return new CallerClaims(
                member.userId(),
                row.id(),
                row.slug(),
                row.msp(),
                member.name(),
                CallerClaims.USER,
                List.copyOf(roles),
                directory.permissions(roles),
                null,
                null,
                false);
    }

    List<String> hosts() {
        return row.hosts();
    }

    Collection<Credential> credentials() {
        return credentials.values();
    }

    private static Map<String, Credential> byPrint(Map<KeyHash, Credential> credentials) {
        Map<String, Credential> found = new HashMap<>();
        credentials.forEach((hash, credential) -> found.put(credential.print(), credential));
        return Map.copyOf(found);
    }

    private static CallerClaims claims(TenantRow row, Grant grant) {
        return new CallerClaims(
                grant.userId(),
                row.id(),
                row.slug(),
                row.msp(),
                grant.userName(),
                CallerClaims.API_KEY,
                grant.roles(),
                grant.permissions(),
                grant.keyId(),
                grant.hash().print(),
                false);
    }

    private static CallerToken anonymous(TenantRow row, @Nullable Tenant before) {
        CallerClaims claims = CallerClaims.anonymous(row.id(), row.slug(), row.msp());
        return before != null && before.anonymous.claims().equals(claims) ? before.anonymous : new CallerToken(claims);
    }
}

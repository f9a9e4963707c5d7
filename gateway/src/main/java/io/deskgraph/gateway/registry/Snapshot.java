package io.deskgraph.gateway.registry;

import io.deskgraph.gateway.apikey.KeyHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All tenants at one moment. */
public final class Snapshot {

    static final Snapshot EMPTY = new Snapshot(Map.of());

    private final Map<UUID, Tenant> byId;
    private final Map<String, Tenant> byHost;
    private final Map<String, Tenant> bySlug;
    private final @Nullable Tenant msp;

    private Snapshot(Map<UUID, Tenant> byId) {
        this.byId = byId;
        this.byHost = byHost(byId.values());
        this.bySlug = byId.values().stream()
                .collect(Collectors.toUnmodifiableMap(Tenant::slug, Function.identity(), (one, other) -> one));
        this.msp = byId.values().stream().filter(Tenant::isMsp).findFirst().orElse(null);
    }

    static Snapshot of(Map<UUID, Tenant> tenants) {
        return new Snapshot(Map.copyOf(tenants));
    }

    /** The same with these tenants replaced; a null value takes the tenant out. */
    Snapshot with(Map<UUID, @Nullable Tenant> changes) {
        Map<UUID, Tenant> tenants = new HashMap<>(byId);
        changes.forEach((id, tenant) -> {
            if (tenant == null) {
                tenants.remove(id);
            } else {
                tenants.put(id, tenant);
            }
        });
        return of(tenants);
    }

    public @Nullable Tenant byHost(String canonicalHost) {
        return byHost.get(canonicalHost);
    }

    public @Nullable Tenant bySlug(String slug) {
        return bySlug.get(slug);
    }

    /** The operator's own tenant, if there is one. */
    public @Nullable Tenant msp() {
        return msp;
    }

    public @Nullable Tenant byId(UUID id) {
        return byId.get(id);
    }

    /** Whose key this is, whatever the host: only the root domain asks, to tell a wrong place from a wrong key. */
    public @Nullable Credential anyCredential(KeyHash hash) {
        for (Tenant tenant : byId.values()) {
            Credential found = tenant.isSuspended() ? null : tenant.credential(hash);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    Collection<Tenant> tenants() {
        return byId.values();
    }

    private static Map<String, Tenant> byHost(Collection<Tenant> tenants) {
        Map<String, Tenant> hosts = new HashMap<>();
        tenants.forEach(tenant -> tenant.hosts().forEach(host -> hosts.put(host, tenant)));
        return Map.copyOf(hosts);
    }
}

package io.deskgraph.gateway.bootstrap;

import io.deskgraph.contracts.identity.TenantSettings;
import io.deskgraph.gateway.apikey.KeyFormat;
import io.deskgraph.gateway.apikey.KeyHash;
import io.deskgraph.gateway.apikey.KeyHasher;
import io.deskgraph.gateway.bootstrap.BootstrapFile.KeyEntry;
import io.deskgraph.gateway.bootstrap.BootstrapFile.TenantEntry;
import io.deskgraph.gateway.bootstrap.BootstrapFile.UserEntry;
import io.deskgraph.gateway.constraint.DefaultConstraint;
import io.deskgraph.gateway.identity.ApiKeys;
import io.deskgraph.gateway.identity.NewKey;
import io.deskgraph.gateway.identity.NewTenant;
import io.deskgraph.gateway.identity.NewUser;
import io.deskgraph.gateway.identity.Roles;
import io.deskgraph.gateway.identity.Tenants;
import io.deskgraph.gateway.identity.Users;
import io.deskgraph.gateway.tenant.CanonicalHost;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Creates what one entry of the file names and the database lacks, in one transaction with the events. */
@ApplicationScoped
class TenantBootstrap {

    // Replicas that start together would all find nothing and create everything.
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('gateway-bootstrap'))";

    private final Transactions transactions;
    private final Tenants tenants;
    private final Roles roles;
    private final Users users;
    private final ApiKeys keys;
    private final KeyHasher hasher;
    private final DefaultConstraint constraint;
    private final String rootDomain;

    TenantBootstrap(
            Transactions transactions,
            Tenants tenants,
            Roles roles,
            Users users,
            ApiKeys keys,
            KeyHasher hasher,
            DefaultConstraint constraint,
            @ConfigProperty(name = "deskgraph.root-domain", defaultValue = "localhost") String rootDomain) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.roles = roles;
        this.users = users;
        this.keys = keys;
        this.hasher = hasher;
        this.constraint = constraint;
        this.rootDomain = rootDomain;
    }

    Uni<Void> apply(TenantEntry entry) {
        NewTenant tenant = new NewTenant(
                entry.tenantId(), entry.slug(), entry.name(), entry.msp(), hosts(entry), TenantSettings.DEFAULTS);
        return transactions.run(tenant.tenantId(), tx -> tx.sql(ONE_AT_A_TIME)
                .chain(() -> tenants.exists(tx))
                .chain(exists -> exists ? done() : tenants.create(tx, tenant))
                .chain(() -> roles.createMissingDefaults(tx, tenant.msp()))
                .chain(() -> constraint.createUnlessTouched(tx))
                .chain(() -> each(BootstrapFile.orNone(entry.users()), user -> user(tx, user))));
    }

    private Uni<Void> user(Tx tx, UserEntry entry) {
        NewUser user = new NewUser(entry.userId(), entry.email(), entry.firstName(), entry.lastName(), entry.roles());
        return users.find(tx, entry.email())
                .chain(id ->
                        id == null ? users.create(tx, user) : Uni.createFrom().item(id))
                .chain(id -> each(BootstrapFile.orNone(entry.keys()), key -> key(tx, id, key)));
    }

    private Uni<Void> key(Tx tx, UUID userId, KeyEntry entry) {
        if (!KeyFormat.matches(entry.key())) {
            throw new IllegalArgumentException("The key named " + entry.name() + " does not have the form of a key");
        }
        KeyHash hash = hasher.hash(entry.key());
        NewKey key = new NewKey(userId, entry.name(), KeyFormat.prefix(entry.key()), hash);
        return keys.exists(tx, hash).chain(exists -> exists ? done() : keys.create(tx, key));
    }

    private List<String> hosts(TenantEntry entry) {
        List<String> named = BootstrapFile.orNone(entry.hosts());
        List<String> hosts = named.isEmpty() ? List.of(entry.slug() + "." + rootDomain) : named;
        return hosts.stream().map(TenantBootstrap::canonical).distinct().toList();
    }

    private static String canonical(String host) {
        @Nullable String canonical = CanonicalHost.of(host);
        if (canonical == null) {
            throw new IllegalArgumentException("Not a host: " + host);
        }
        return canonical;
    }

    private static <T> Uni<Void> each(List<T> items, Function<? super T, Uni<? extends Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}

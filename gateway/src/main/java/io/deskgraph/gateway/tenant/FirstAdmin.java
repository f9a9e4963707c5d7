package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.DefaultRoles;
import io.deskgraph.gateway.apikey.KeyFormat;
import io.deskgraph.gateway.apikey.KeyHasher;
import io.deskgraph.gateway.identity.ApiKeys;
import io.deskgraph.gateway.identity.NewKey;
import io.deskgraph.gateway.identity.NewUser;
import io.deskgraph.gateway.identity.Users;
import io.deskgraph.gateway.tenant.NewTenantRequest.AdminRequest;
import io.deskgraph.gateway.tenant.TenantView.AdminView;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's first user, with a key that is shown once. */
@Singleton
class FirstAdmin {

    private static final String KEY_NAME = "admin";

    private final Users users;
    private final ApiKeys keys;
    private final KeyHasher hasher;
    private final SecureRandom random = new SecureRandom();

    FirstAdmin(Users users, ApiKeys keys, KeyHasher hasher) {
        this.users = users;
        this.keys = keys;
        this.hasher = hasher;
    }

    Uni<@Nullable AdminView> create(Tx tx, @Nullable AdminRequest admin) {
        if (admin == null) {
            return Uni.createFrom().nullItem();
        }
        UUID id = Ids.next();
        String email = Objects.requireNonNull(admin.email()).strip();
        String plain = KeyFormat.generate(random);
        List<String> roles = List.of(DefaultRoles.ADMIN.roleName());
        NewUser user = new NewUser(id, email, admin.firstName(), admin.lastName(), roles);
        return users.create(tx, user)
                .chain(() -> keys.create(tx, new NewKey(id, KEY_NAME, KeyFormat.prefix(plain), hasher.hash(plain))))
                .replaceWith(new AdminView(id, email, plain));
    }
}

package io.deskgraph.gateway.foreign;

import io.deskgraph.gateway.foreign.Refused.Reason;
import io.deskgraph.gateway.identity.NewUser;
import io.deskgraph.gateway.identity.Users;
import io.deskgraph.gateway.registry.Member;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.data.Transactions;
import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a user of somebody whom a tenant's issuer vouches for. Without roles: those come with each token. */
@Singleton
class NewUsers {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,255}");
    private static final int LONGEST_NAME = 255;

    /** Whoever is there and not in the registry has just been made, or may not use the API. */
    private static final String FIND = """
            SELECT u.id, u.is_inactive OR u.user_type <> 'internal' AS shut_out
            FROM users u WHERE u.tenant_id = $1 AND lower(u.email) = lower($2)""";

    private final Transactions transactions;
    private final Users users;

    NewUsers(Transactions transactions, Users users) {
        this.transactions = transactions;
        this.users = users;
    }

    Future<Member> enter(ForeignToken token) {
        if (!ADDRESS.matcher(token.identity()).matches()) {
            return Future.failedFuture(new Refused(Reason.USER));
        }
        Uni<Member> entered = transactions
                .run(token.issuer().tenantId(), tx -> findOrCreate(tx, token))
                .onFailure(NewUsers::isTwin)
                .retry()
                .atMost(1);
        return Future.fromCompletionStage(entered.subscribeAsCompletionStage());
    }

    private Uni<Member> findOrCreate(Tx tx, ForeignToken token) {
        return tx.sql(FIND, tx.tenant(), token.identity())
                .map(NewUsers::known)
                .chain(known ->
                        known == null ? create(tx, token) : Uni.createFrom().item(known))
                .map(id -> member(id, token));
    }

    private Uni<UUID> create(Tx tx, ForeignToken token) {
        return users.create(
                tx,
                new NewUser(Ids.next(), token.identity(), cut(token.firstName()), cut(token.lastName()), List.of()));
    }

    private static @Nullable UUID known(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            return null;
        }
        Row row = rows.iterator().next();
        if (row.getBoolean("shut_out")) {
            throw new Refused(Reason.USER);
        }
        return row.getUUID("id");
    }

    private static Member member(UUID id, ForeignToken token) {
        String name = Stream.of(cut(token.firstName()), cut(token.lastName()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new Member(id, token.identity(), name.isEmpty() ? token.identity() : name, List.of());
    }

    private static @Nullable String cut(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String clean = name.replaceAll("\\p{Cntrl}", "");
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
    }

    /** Two first requests of one user at once. */
    private static boolean isTwin(Throwable failure) {
        return failure instanceof PgException refused && "users_email_uk".equals(refused.getConstraint());
    }
}

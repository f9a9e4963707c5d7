package io.deskgraph.assets.database;

import io.deskgraph.contracts.Topics;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.http.IfMatch;
import io.deskgraph.kit.outbox.Outbox;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.kit.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and deletes databases; the default one comes into being when a tenant first needs or looks for it. */
@Singleton
public class Databases {

    public static final String DEFAULT = "default";

    private final DatabaseRepository repository;
    private final CurrentRequest request;
    private final Outbox outbox;
    private final Clock clock;

    Databases(DatabaseRepository repository, CurrentRequest request, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.request = request;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does nothing where another request was faster. */
    public Uni<Void> createDefault(Tx tx) {
        return create(tx, DEFAULT, "", null).replaceWithVoid();
    }

    Uni<List<DatabaseRepository.Stored>> all(Tx tx) {
        return repository
                .all(tx)
                .chain(found -> hasDefault(found)
                        ? Uni.createFrom().item(found)
                        : createDefault(tx).chain(() -> repository.all(tx)));
    }

    Uni<DatabaseRepository.Stored> find(Tx tx, String id) {
        Uni<Void> there =
                id.equals(DEFAULT) ? createDefault(tx) : Uni.createFrom().voidItem();
        return there.chain(() -> repository.find(tx, id)).onItem().ifNull().failWith(Databases::unknown);
    }

    Uni<Void> create(Tx tx, DatabaseRequest asked) {
        asked.check();
        String id = String.valueOf(asked.databaseId());
        Uni<Boolean> made = id.equals(DEFAULT)
                ? Uni.createFrom().item(false)
                : create(
                        tx,
                        id,
                        String.valueOf(asked.description()),
                        request.caller().userId());
        return made.invoke(isNew -> refuseTwin(id, isNew)).replaceWithVoid();
    }

    Uni<Void> delete(Tx tx, String id, IfMatch condition) {
        if (id.equals(DEFAULT)) {
            throw Problem.conflict("Database 'default' is always there");
        }
        return repository
                .lock(tx, id)
                .onItem()
                .ifNull()
                .failWith(Databases::unknown)
                .invoke(found -> condition.require(found.version()))
                .chain(() -> repository.find(tx, id)) // counted again: what was waited for counts, too
                .invoke(found -> refuseUsed(found.view()))
                .call(() -> repository.delete(tx, id))
                .chain(found -> tellEnd(tx, id, found.version()));
    }

    private Uni<Void> tellEnd(Tx tx, String id, int version) {
        return outbox.append(tx, ReferenceState.deleted(Topics.ASSETS, ReferenceState.DATABASE, id, version + 1L));
    }

    private Uni<Boolean> create(Tx tx, String id, String description, @Nullable UUID by) {
        return repository
                .create(tx, id, description, clock.instant().truncatedTo(ChronoUnit.MILLIS), by)
                .chain(version -> version == null
                        ? Uni.createFrom().item(false)
                        : announce(tx, id, description, version).replaceWith(true));
    }

    private Uni<Void> announce(Tx tx, String id, String description, int version) {
        var state = new ReferenceState(ReferenceState.DATABASE, id, id, Map.of("description", description), version);
        return outbox.append(tx, state.written(Topics.ASSETS, Map.of()));
    }

    private static boolean hasDefault(List<DatabaseRepository.Stored> databases) {
        return databases.stream().anyMatch(stored -> stored.view().databaseId().equals(DEFAULT));
    }

    private static void refuseTwin(String id, boolean isNew) {
        if (!isNew) {
            throw Problem.conflict("Database '" + id + "' already exists", Map.of("fields", List.of("databaseId")));
        }
    }

    private static void refuseUsed(DatabaseView database) {
        if (database.assetCount() > 0) {
            throw Problem.conflict(
                    "Database '" + database.databaseId() + "' is in use",
                    Map.of(
                            "code",
                            "DEPENDENCIES_EXIST",
                            "dependencies",
                            List.of(Map.of("type", "assets", "count", database.assetCount()))));
        }
    }

    private static Problem unknown() {
        return Problem.notFound("Database not found");
    }
}

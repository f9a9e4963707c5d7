package io.deskgraph.kit.bad;

import io.deskgraph.embedded.PostgresServer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Each nested class breaks one rule; the package breaks one more by having no package-info. */
final class BadService {

    private BadService() {}

    static class Transaction {
        @Transactional
        void work() {}
    }

    static class FieldInjection {
        @Inject
        Clock clock;
    }

    static class Await {
        Object work(Uni<Object> uni) {
            return uni.await().indefinitely();
        }
    }

    static class Join {
        Object work(CompletableFuture<Object> future) {
            return future.join();
        }
    }

    static class Sleep {
        void work() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    static class Jdbc {
        void work(Connection connection) throws Exception {
            connection.close();
        }
    }

    static class OtherModule {
        int port(PostgresServer server) {
            return server.port();
        }
    }

    static class MachineTime {
        Instant now() {
            return Instant.now();
        }
    }

    static class MachineClock {
        Instant now() {
            return Clock.systemUTC().instant();
        }
    }

    static class MachineMillis {
        long now() {
            return System.currentTimeMillis();
        }
    }
}

package io.deskgraph.kit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FlightsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String STATEMENT = "SELECT 1";

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    private final UUID tenant = Ids.next();
    private final Packets packets = new Packets();

    @Test
    void aTransactionOfOneStatementIsOnePacket() {
        // When
        onEventLoop(pool.getConnection().chain(this::readTwice)).await().atMost(DEADLINE);

        // Then
        assertEquals(1, packets.sent.get());
    }

    /** The packets of the second time are counted: the first one has the statement prepared. */
    private Uni<Void> readTwice(SqlConnection connection) {
        return SqlTx.begin(connection, tenant)
                .sql(STATEMENT)
                .chain(() -> connection.query("COMMIT").execute())
                .invoke(() -> pipeline(connection).addFirst(packets))
                .chain(() -> Uni.createFrom()
                        .completionStage(SqlTx.only(connection.getDelegate(), tenant, STATEMENT)
                                .toCompletionStage()))
                .replaceWithVoid();
    }

    private <T> Uni<T> onEventLoop(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> vertx.getOrCreateContext()
                .runOnContext(go -> work.subscribe().with(emitter::complete, emitter::fail)));
    }

    private static ChannelPipeline pipeline(SqlConnection connection) {
        SqlConnectionInternal client = (SqlConnectionInternal) connection.getDelegate();
        return ((SocketConnectionBase) client.unwrap().unwrap())
                .socket()
                .channelHandlerContext()
                .pipeline();
    }

    private static final class Packets extends ChannelOutboundHandlerAdapter {

        private final AtomicInteger sent = new AtomicInteger();

        @Override
        public void flush(ChannelHandlerContext channel) {
            sent.incrementAndGet();
            channel.flush();
        }
    }
}

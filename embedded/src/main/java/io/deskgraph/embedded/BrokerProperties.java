package io.deskgraph.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The node's configuration file. */
final class BrokerProperties {
    private BrokerProperties() {}

    static Path write(KafkaServer.Options options) throws IOException {
        Path properties = options.dataDir().resolve("server.properties");
        return Files.writeString(properties, text(options, logDirectory(properties)));
    }

    /**
     * One node: every internal topic has one partition and one copy. The session timeout bounds how long a node that
     * was killed has to wait until its next incarnation may register. The cleaner's buffer has to fit the small heap.
     */
    private static String text(KafkaServer.Options options, Path logDirectory) {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=PLAINTEXT://%1$s:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@%1$s:%3$d
                log.dirs=%4$s
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=4000
                log.cleaner.dedupe.buffer.size=8388608
                num.network.threads=2
                num.io.threads=4
                """.formatted(FreePorts.LOOPBACK, options.port(), options.controllerPort(), logDirectory);
    }

    /** Beside the configuration file. */
    static Path logDirectory(Path properties) {
        return properties.toAbsolutePath().resolveSibling("log");
    }
}

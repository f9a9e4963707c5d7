package io.deskgraph.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** What runs in the broker's JVM: formats the storage the first time, in the same process, then hands over to Kafka. */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) {
        Path properties = Path.of(arguments[0]);
        Path log = BrokerProperties.logDirectory(properties);
        if (!Files.exists(log.resolve("meta.properties"))) {
            format(properties);
        }
        Kafka.main(new String[] {properties.toString()});
    }

    private static void format(Path properties) {
        String cluster = Uuid.randomUuid().toString();
        String[] command = {"format", "--cluster-id", cluster, "--config", properties.toString()};
        int code = StorageTool.execute(command, System.out);
        if (code != 0) {
            System.exit(code);
        }
    }
}

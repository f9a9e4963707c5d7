package io.deskgraph.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    static Path directory;
    static KafkaServer server;

    @BeforeAll
    static void start(@TempDir Path temporary) {
        directory = temporary;
        server = KafkaServer.start(KafkaServer.Options.in(directory.resolve("kafka"), directory.resolve("kafka.log")));
    }

    @AfterAll
    static void stop() {
        server.stop();
        assertFalse(server.process().isAlive());
    }

    @Test
    void whatIsSentIsReadInOrder() throws Exception {
        // Given
        createTopic("ordered");

        // When
        send("ordered", 100);

        // Then
        assertEquals(expected(100), read("ordered", 100));
    }

    @Test
    void acknowledgedRecordsSurviveAKill() throws Exception {
        // Given
        createTopic("killed");
        send("killed", 100);

        // When
        server.killHard();
        server = server.restart();

        // Then
        assertEquals(expected(100), read("killed", 100));
    }

    @Test
    void aTopicIsNotMadeByAccident() throws Exception {
        try (Admin admin = admin()) {
            // When
            Future<?> lookup = admin.describeTopics(List.of("never-created")).allTopicNames();

            // Then
            assertThrows(ExecutionException.class, lookup::get);
            assertFalse(admin.listTopics().names().get().contains("never-created"));
        }
    }

    @Test
    void onlyTheLoopbackAddressListens() throws Exception {
        for (InetAddress address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(candidate -> !candidate.isLoopbackAddress())
                .toList()) {
            assertThrows(IOException.class, () -> new Socket(address, server.port()).close());
        }
    }

    private static void createTopic(String topic) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()));
    }

    private static void send(String topic, int count) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> acknowledgements = expected(count).stream()
                    .map(value -> producer.send(new ProducerRecord<>(topic, "key", value)))
                    .toList();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                assertTrue(acknowledgement.get().hasOffset());
            }
        }
    }

    private static List<String> expected(int count) {
        return IntStream.range(0, count).mapToObj(number -> "value-" + number).toList();
    }

    private static List<String> read(String topic, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                server.bootstrapServers(),
                "group.id",
                "g-" + topic,
                "auto.offset.reset",
                "earliest");
        Deadline deadline = Deadline.in(Duration.ofSeconds(30));
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (values.size() < count && !deadline.isOver()) {
                consumer.poll(Duration.ofMillis(200)).forEach(row -> values.add(row.value()));
            }
        }
        return values;
    }
}

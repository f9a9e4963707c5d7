package io.deskgraph.kit.inbox;

import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The consumer of the suite's topics and the way to their dead letters; for one thread, save for {@link #wakeUp}. */
final class EventConsumer implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaClientMetrics metrics;
    private final KafkaProducer<String, byte[]> producer;
    private final String name;

    EventConsumer(
            KafkaConsumer<String, byte[]> consumer,
            KafkaClientMetrics metrics,
            KafkaProducer<String, byte[]> producer,
            String name) {
        this.consumer = consumer;
        this.metrics = metrics;
        this.producer = producer;
        this.name = name;
    }

    ConsumerRecords<String, byte[]> poll(Duration longest) {
        return consumer.poll(longest);
    }

    /** How much waits in each partition that is ours; those of which the broker has not told yet are missing. */
    Map<TopicPartition, Long> waiting() {
        Map<TopicPartition, Long> waiting = new HashMap<>();
        consumer.assignment().forEach(place -> consumer.currentLag(place).ifPresent(lag -> waiting.put(place, lag)));
        return waiting;
    }

    void commit() {
        consumer.commitSync();
    }

    /** Returns when the broker has it; the record keeps its key, value and headers, so that it can be replayed. */
    void bury(ConsumerRecord<String, byte[]> record, Throwable cause, int attempts) {
        var letter = new ProducerRecord<>(Topics.deadLetters(record.topic()), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        header(letter, Headers.DEAD_LETTER_CONSUMER, name);
        header(letter, Headers.DEAD_LETTER_ERROR, cause.toString());
        header(letter, Headers.DEAD_LETTER_ATTEMPTS, Integer.toString(attempts));
        header(letter, Headers.DEAD_LETTER_TOPIC, record.topic());
        header(letter, Headers.DEAD_LETTER_PARTITION, Integer.toString(record.partition()));
        header(letter, Headers.DEAD_LETTER_OFFSET, Long.toString(record.offset()));
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("Dead letter cannot be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while writing a dead letter", e);
        }
    }

    /** From any thread: ends a poll that waits. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        metrics.close();
        producer.close(Duration.ZERO);
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }

    private static void header(ProducerRecord<?, ?> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

package io.deskgraph.kit.inbox;

import io.deskgraph.contracts.Headers;
import io.deskgraph.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/** The way to the dead letters: a record keeps its key, value and headers, so that it can be replayed. */
final class Burial implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final String consumer;

    Burial(KafkaProducer<String, byte[]> producer, String consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /** Returns when the broker has it. A letter that is buried again still tells where the event lay at first. */
    void bury(ConsumerRecord<String, byte[]> record, Throwable cause, int attempts) {
        Header origin = record.headers().lastHeader(Headers.DEAD_LETTER_TOPIC);
        String topic = origin == null ? record.topic() : new String(origin.value(), StandardCharsets.UTF_8);
        var letter = new ProducerRecord<>(Topics.deadLetters(topic), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        if (origin == null) {
            set(letter, Headers.DEAD_LETTER_TOPIC, topic);
            set(letter, Headers.DEAD_LETTER_PARTITION, Integer.toString(record.partition()));
            set(letter, Headers.DEAD_LETTER_OFFSET, Long.toString(record.offset()));
        }
        Map.of(
                        Headers.DEAD_LETTER_CONSUMER, consumer,
                        Headers.DEAD_LETTER_ERROR, cause.toString(),
                        Headers.DEAD_LETTER_ATTEMPTS, Integer.toString(attempts))
                .forEach((name, value) -> set(letter, name, value));
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("Dead letter cannot be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while writing a dead letter", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static void set(ProducerRecord<?, ?> letter, String name, String value) {
        letter.headers().remove(name);
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

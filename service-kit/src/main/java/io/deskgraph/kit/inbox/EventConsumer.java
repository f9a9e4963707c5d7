package io.deskgraph.kit.inbox;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The consumer of the suite's topics and the way to their dead letters; for one thread, save for {@link #wakeUp}. */
final class EventConsumer implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaClientMetrics metrics;
    private final Burial burial;

    EventConsumer(KafkaConsumer<String, byte[]> consumer, KafkaClientMetrics metrics, Burial burial) {
        this.consumer = consumer;
        this.metrics = metrics;
        this.burial = burial;
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

    /** Returns when the broker has it. */
    void bury(ConsumerRecord<String, byte[]> record, Throwable cause, int attempts) {
        burial.bury(record, cause, attempts);
    }

    /** From any thread: ends a poll that waits. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        metrics.close();
        burial.close();
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}

package io.deskgraph.kit.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Reads what a topic holds at this moment, partition by partition, beside the group that follows it. Blocking. */
final class TopicScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    TopicScan(KafkaConsumer<String, byte[]> consumer, String topic) {
        this.consumer = consumer;
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        this.ends = consumer.endOffsets(partitions);
    }

    Iterable<TopicPartition> partitions() {
        return ends.keySet();
    }

    void fromBeginning(TopicPartition partition, Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        read(partition, reader);
    }

    /** Goes on where the group has been before. */
    void fromCommitted(TopicPartition partition, Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.assign(List.of(partition));
        OffsetAndMetadata committed =
                consumer.committed(Map.of(partition, 0L).keySet()).get(partition);
        if (committed == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, committed.offset());
        }
        read(partition, reader);
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(end(partition))));
    }

    private void read(TopicPartition partition, Consumer<ConsumerRecord<String, byte[]>> reader) {
        while (consumer.position(partition) < end(partition)) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.offset() < end(partition)) {
                    reader.accept(record);
                }
            }
        }
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

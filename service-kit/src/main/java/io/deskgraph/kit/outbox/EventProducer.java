package io.deskgraph.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Sends a batch as one Kafka transaction: a subscriber that reads committed records sees all of it or none. */
final class EventProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> kafka;
    private final String source;

    private EventProducer(KafkaProducer<String, byte[]> kafka, String source) {
        this.kafka = kafka;
        this.source = source;
    }

    static EventProducer open(KafkaProducer<String, byte[]> kafka, String source) {
        try {
            kafka.initTransactions();
            return new EventProducer(kafka, source);
        } catch (KafkaException e) {
            kafka.close(Duration.ZERO);
            throw e;
        }
    }

    /** Returns when all of it is committed; on any failure the producer must be closed and the batch sent again. */
    void send(List<OutboxRow> rows) {
        SendSpans spans = new SendSpans();
        boolean sent = false;
        try {
            send(rows, spans);
            sent = true;
        } finally {
            spans.end(sent);
        }
    }

    private void send(List<OutboxRow> rows, SendSpans spans) {
        kafka.beginTransaction();
        List<Future<?>> acknowledgements = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            acknowledgements.add(kafka.send(row.toRecord(source, spans.header(row))));
        }
        kafka.commitTransaction();
        acknowledgements.forEach(EventProducer::confirm);
    }

    /** Without waiting: what is still on its way belongs to a transaction that the next leader aborts. */
    @Override
    public void close() {
        kafka.close(Duration.ZERO);
    }

    private static void confirm(Future<?> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

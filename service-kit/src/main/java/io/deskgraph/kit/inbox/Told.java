package io.deskgraph.kit.inbox;

import io.deskgraph.contracts.Headers;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The newest that a topic tells of a subject.
 *
 * @param offset of the last record with this version
 * @param disputed whether two events have this version: one of before a restore and one of after it
 */
record Told(long version, long offset, String id, String type, boolean disputed) {

    static Told of(ConsumerRecord<String, byte[]> record) {
        return new Told(
                ReceivedEvent.version(record),
                record.offset(),
                header(record, Headers.ID),
                header(record, Headers.TYPE),
                false);
    }

    static Told newer(Told one, Told later) {
        if (one.version != later.version) {
            return one.version > later.version ? one : later;
        }
        boolean two = one.disputed || !one.id.equals(later.id);
        return new Told(later.version, later.offset, later.id, later.type, two);
    }

    /** Whether subscribers know more than a row of this version does. */
    boolean isAheadOf(long row) {
        return version > row || version == row && disputed;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

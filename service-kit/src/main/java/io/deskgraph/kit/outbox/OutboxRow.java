package io.deskgraph.kit.outbox;

import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One waiting event and the Kafka record it becomes: CloudEvents in binary mode. */
record OutboxRow(
        long position,
        String tenantId,
        String id,
        String topic,
        String type,
        String subject,
        long version,
        OffsetDateTime time,
        @Nullable String actorId,
        String actorType,
        @Nullable String causationId,
        @Nullable String traceParent,
        String payload) {

    /** Always six digits, so that texts sort and have one form. */
    private static final DateTimeFormatter CE_TIME =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    static final String COLUMNS =
            "position, tenant_id, id, topic, type, subject, version, time, actor_id, actor_type, causation_id,"
                    + " trace_parent, payload";

    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("position"),
                row.getString("tenant_id"),
                row.getString("id"),
                row.getString("topic"),
                row.getString("type"),
                row.getString("subject"),
                row.getLong("version"),
                row.getObject("time", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                row.getString("actor_id"),
                row.getString("actor_type"),
                row.getString("causation_id"),
                row.getString("trace_parent"),
                row.getString("payload"));
    }

    /** @param trace the trace that the event goes on in, in place of the row's own */
    ProducerRecord<String, byte[]> toRecord(String source, @Nullable String trace) {
        var record = new ProducerRecord<String, byte[]>(
                topic, tenantId + ":" + subject, payload.getBytes(StandardCharsets.UTF_8));
        header(record, Headers.SPEC_VERSION, Headers.SPEC_VERSION_VALUE);
        header(record, Headers.ID, id);
        header(record, Headers.SOURCE, source);
        header(record, Headers.TYPE, type);
        header(record, Headers.SUBJECT, subject);
        header(record, Headers.TIME, CE_TIME.format(time));
        header(record, Headers.DATA_SCHEMA, EventTypes.schemaUri(type).toString());
        header(record, Headers.TENANT_ID, tenantId);
        header(record, Headers.AGGREGATE_VERSION, Long.toString(version));
        header(record, Headers.ACTOR_ID, actorId);
        header(record, Headers.ACTOR_TYPE, actorType);
        header(record, Headers.CAUSATION_ID, causationId);
        header(record, Headers.TRACE_PARENT, trace);
        header(record, Headers.CONTENT_TYPE, Headers.JSON);
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}

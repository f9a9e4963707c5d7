package io.deskgraph.contracts;

/** Names of the Kafka record headers: CloudEvents 1.0 in binary mode, with our extension attributes. */
public final class Headers {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String TENANT_ID = "ce_tenantid";
    public static final String AGGREGATE_VERSION = "ce_aggregateversion";
    public static final String ACTOR_ID = "ce_actorid";
    public static final String ACTOR_TYPE = "ce_actortype";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /** The value of {@link #SPEC_VERSION}. */
    public static final String SPEC_VERSION_VALUE = "1.0";

    /** The value of {@link #CONTENT_TYPE}. */
    public static final String JSON = "application/json";

    // On a dead letter, beside the headers of the event itself.
    public static final String DEAD_LETTER_CONSUMER = "dlq_consumer";
    public static final String DEAD_LETTER_ERROR = "dlq_error";
    public static final String DEAD_LETTER_ATTEMPTS = "dlq_attempts";
    public static final String DEAD_LETTER_TOPIC = "dlq_topic";
    public static final String DEAD_LETTER_PARTITION = "dlq_partition";
    public static final String DEAD_LETTER_OFFSET = "dlq_offset";

    private Headers() {}
}

-- The newest version of each foreign aggregate that was applied here, written in the transaction that applied it.
CREATE TABLE inbox (
    tenant_id  uuid        NOT NULL,
    topic      text        NOT NULL,
    subject    text        NOT NULL,
    version    bigint      NOT NULL,
    event_id   uuid        NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT inbox_pk PRIMARY KEY (tenant_id, topic, subject)
);
SELECT protect_tenant_table('inbox');

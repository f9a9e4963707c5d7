-- Events written by the transaction that made the change, waiting for the relay.
-- xid tells the relay which rows may still be overtaken by an open transaction; position is their order.
CREATE TABLE outbox (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    position     bigint      GENERATED ALWAYS AS IDENTITY,
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    topic        text        NOT NULL,
    type         text        NOT NULL,
    subject      text        NOT NULL,
    version      bigint      NOT NULL CHECK (version > 0),
    time         timestamptz NOT NULL,
    actor_id     text,
    actor_type   text        NOT NULL CHECK (actor_type IN ('USER', 'API_KEY', 'SYSTEM')),
    causation_id text,
    trace_parent text,
    payload      text        NOT NULL,
    CONSTRAINT outbox_pk PRIMARY KEY (tenant_id, id),
    -- One event per version of an aggregate: a second one is a bug that must not reach a subscriber.
    CONSTRAINT outbox_version_uk UNIQUE (tenant_id, topic, subject, version)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000); -- rows live for milliseconds
-- The relay reads across tenants in one order, so this is the one index that does not start with the tenant.
CREATE UNIQUE INDEX outbox_position_ix ON outbox (position);
SELECT protect_tenant_table('outbox');
REVOKE ALL ON outbox FROM "${app}";
GRANT INSERT ON outbox TO "${app}";
GRANT SELECT, DELETE ON outbox TO "${system}";
CREATE POLICY relay ON outbox TO "${system}" USING (true);

CREATE FUNCTION wake_relay() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('outbox', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION wake_relay();

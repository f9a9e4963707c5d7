-- Who did what to a ticket. Append-only for the application, and without a reference to the ticket, which it outlives.
CREATE TABLE ticket_activities (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    ticket_id   uuid        NOT NULL,
    event_type  text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    actor_type  text        NOT NULL,
    actor_id    uuid,
    actor_name  text,
    source      text        NOT NULL,
    changes     jsonb       NOT NULL,
    CONSTRAINT ticket_activities_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ticket_activities_ticket_ix ON ticket_activities (tenant_id, ticket_id, occurred_at, id);
SELECT protect_tenant_table('ticket_activities');
REVOKE UPDATE, DELETE ON ticket_activities FROM "${app}";

-- What was used and how long it took. Both keep their ticket from being deleted: they may have been billed.
CREATE TABLE ticket_materials (
    tenant_id        uuid        NOT NULL,
    id               uuid        NOT NULL,
    ticket_id        uuid        NOT NULL,
    client_id        uuid        NOT NULL,
    service_id       uuid        NOT NULL,
    quantity         integer     NOT NULL CHECK (quantity > 0),
    rate             bigint      NOT NULL CHECK (rate >= 0), -- minor units
    currency_code    text        NOT NULL CHECK (currency_code ~ '^[A-Z]{3}$'),
    description      text        CHECK (length(description) <= 1000),
    is_billed        boolean     NOT NULL DEFAULT false,
    billed_invoice_id uuid,
    billed_at        timestamptz,
    created_at       timestamptz NOT NULL,
    created_by       uuid,
    updated_at       timestamptz NOT NULL,
    updated_by       uuid,
    version          integer     NOT NULL CHECK (version > 0),
    CONSTRAINT ticket_materials_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT ticket_materials_ticket_fk FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id),
    CONSTRAINT ticket_materials_client_fk FOREIGN KEY (tenant_id, client_id) REFERENCES clients (tenant_id, id),
    CONSTRAINT ticket_materials_service_fk FOREIGN KEY (tenant_id, service_id) REFERENCES products (tenant_id, id)
);
CREATE INDEX ticket_materials_ticket_ix ON ticket_materials (tenant_id, ticket_id, created_at);
CREATE INDEX ticket_materials_service_ix ON ticket_materials (tenant_id, service_id);
SELECT protect_tenant_table('ticket_materials');

CREATE TABLE time_entries (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    ticket_id         uuid        NOT NULL,
    user_id           uuid        NOT NULL,
    start_time        timestamptz NOT NULL,
    end_time          timestamptz NOT NULL,
    work_date         date        NOT NULL,
    billable_duration integer     NOT NULL CHECK (billable_duration >= 0), -- minutes
    notes             text,
    approval_status   text        NOT NULL DEFAULT 'DRAFT'
        CHECK (approval_status IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'CHANGES_REQUESTED')),
    service_id        uuid,
    created_at        timestamptz NOT NULL,
    created_by        uuid,
    updated_at        timestamptz NOT NULL,
    updated_by        uuid,
    version           integer     NOT NULL CHECK (version > 0),
    CONSTRAINT time_entries_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT time_entries_span_ck CHECK (end_time > start_time),
    CONSTRAINT time_entries_ticket_fk FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id),
    CONSTRAINT time_entries_service_fk FOREIGN KEY (tenant_id, service_id) REFERENCES products (tenant_id, id)
);
CREATE INDEX time_entries_ticket_ix ON time_entries (tenant_id, ticket_id, start_time);
CREATE INDEX time_entries_user_ix ON time_entries (tenant_id, user_id, start_time);
SELECT protect_tenant_table('time_entries');

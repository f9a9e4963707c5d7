-- Counters without gaps: the row stays locked until the transaction that took a number has ended.
CREATE TABLE next_numbers (
    tenant_id      uuid    NOT NULL,
    entity_type    text    NOT NULL,
    last_number    bigint  NOT NULL,
    initial_value  bigint  NOT NULL DEFAULT 1000,
    prefix         text    NOT NULL DEFAULT 'TIC',
    padding_length integer NOT NULL DEFAULT 0 CHECK (padding_length BETWEEN 0 AND 20),
    CONSTRAINT next_numbers_pk PRIMARY KEY (tenant_id, entity_type)
);
SELECT protect_tenant_table('next_numbers');

CREATE TABLE tickets (
    tenant_id        uuid        NOT NULL,
    id               uuid        NOT NULL,
    number           bigint      NOT NULL, -- what ticket_number is made of; sorts as people expect
    ticket_number    text        NOT NULL,
    title            text        NOT NULL CHECK (length(title) <= 255 AND title ~ '\S'),
    url              text,
    client_id        uuid        NOT NULL,
    contact_name_id  uuid,
    location_id      uuid,
    board_id         uuid        NOT NULL,
    status_id        uuid        NOT NULL,
    category_id      uuid,
    subcategory_id   uuid,
    priority_id      uuid        NOT NULL,
    assigned_to      uuid,
    entered_by       uuid,
    updated_by       uuid,
    closed_by        uuid,
    entered_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    closed_at        timestamptz,
    is_closed        boolean     NOT NULL,
    due_date         timestamptz,
    attributes       jsonb       CHECK (jsonb_typeof(attributes) = 'object'),
    source           text,
    ticket_origin    text        NOT NULL DEFAULT 'internal'
        CHECK (ticket_origin IN ('internal', 'client_portal', 'inbound_email', 'api')),
    master_ticket_id uuid        CHECK (master_ticket_id <> id),
    response_state   text        CHECK (response_state IN ('awaiting_client', 'awaiting_internal')),
    version          integer     NOT NULL CHECK (version > 0),
    CONSTRAINT tickets_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT tickets_number_uk UNIQUE (tenant_id, number),
    CONSTRAINT tickets_ticket_number_uk UNIQUE (tenant_id, ticket_number),
    CONSTRAINT tickets_closed_ck CHECK (is_closed = (closed_at IS NOT NULL) AND (is_closed OR closed_by IS NULL)),
    CONSTRAINT tickets_status_fk FOREIGN KEY (tenant_id, board_id, status_id)
        REFERENCES statuses (tenant_id, board_id, id),
    CONSTRAINT tickets_priority_fk FOREIGN KEY (tenant_id, priority_id) REFERENCES priorities (tenant_id, id),
    CONSTRAINT tickets_client_fk FOREIGN KEY (tenant_id, client_id) REFERENCES clients (tenant_id, id),
    CONSTRAINT tickets_location_fk FOREIGN KEY (tenant_id, client_id, location_id)
        REFERENCES client_locations (tenant_id, client_id, id),
    CONSTRAINT tickets_contact_fk FOREIGN KEY (tenant_id, contact_name_id) REFERENCES contacts (tenant_id, id),
    CONSTRAINT tickets_category_fk FOREIGN KEY (tenant_id, category_id) REFERENCES categories (tenant_id, id),
    CONSTRAINT tickets_subcategory_fk FOREIGN KEY (tenant_id, subcategory_id) REFERENCES categories (tenant_id, id),
    CONSTRAINT tickets_subcategory_parent_fk FOREIGN KEY (tenant_id, category_id, subcategory_id)
        REFERENCES categories (tenant_id, parent_category, id),
    CONSTRAINT tickets_master_fk FOREIGN KEY (tenant_id, master_ticket_id) REFERENCES tickets (tenant_id, id)
);
CREATE INDEX tickets_entered_ix ON tickets (tenant_id, entered_at, id);
CREATE INDEX tickets_updated_ix ON tickets (tenant_id, updated_at, id);
CREATE INDEX tickets_closed_ix ON tickets (tenant_id, closed_at, id);
CREATE INDEX tickets_open_ix ON tickets (tenant_id, entered_at, id) WHERE NOT is_closed;
CREATE INDEX tickets_due_ix ON tickets (tenant_id, due_date, id) WHERE due_date IS NOT NULL;
CREATE INDEX tickets_client_ix ON tickets (tenant_id, client_id, entered_at, id);
CREATE INDEX tickets_status_ix ON tickets (tenant_id, status_id, entered_at, id);
CREATE INDEX tickets_board_ix ON tickets (tenant_id, board_id, entered_at, id);
CREATE INDEX tickets_assigned_ix ON tickets (tenant_id, assigned_to, entered_at, id);
CREATE INDEX tickets_priority_ix ON tickets (tenant_id, priority_id, entered_at, id);
CREATE INDEX tickets_entered_by_ix ON tickets (tenant_id, entered_by, entered_at, id);
CREATE INDEX tickets_location_ix ON tickets (tenant_id, location_id) WHERE location_id IS NOT NULL;
CREATE INDEX tickets_contact_ix ON tickets (tenant_id, contact_name_id) WHERE contact_name_id IS NOT NULL;
CREATE INDEX tickets_category_ix ON tickets (tenant_id, category_id) WHERE category_id IS NOT NULL;
CREATE INDEX tickets_subcategory_ix ON tickets (tenant_id, subcategory_id) WHERE subcategory_id IS NOT NULL;
CREATE INDEX tickets_master_ix ON tickets (tenant_id, master_ticket_id) WHERE master_ticket_id IS NOT NULL;
SELECT protect_tenant_table('tickets');

CREATE TABLE tags (
    tenant_id        uuid    NOT NULL,
    id               uuid    NOT NULL,
    tag_text         text    NOT NULL CHECK (length(tag_text) BETWEEN 1 AND 50),
    background_color text    CHECK (background_color ~ '^#[0-9a-fA-F]{6}$'),
    text_color       text    CHECK (text_color ~ '^#[0-9a-fA-F]{6}$'),
    version          integer NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT tags_pk PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX tags_text_uk ON tags (tenant_id, lower(tag_text));
SELECT protect_tenant_table('tags');

CREATE TABLE ticket_tags (
    tenant_id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    tag_id    uuid NOT NULL,
    CONSTRAINT ticket_tags_pk PRIMARY KEY (tenant_id, ticket_id, tag_id),
    CONSTRAINT ticket_tags_ticket_fk FOREIGN KEY (tenant_id, ticket_id)
        REFERENCES tickets (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT ticket_tags_tag_fk FOREIGN KEY (tenant_id, tag_id) REFERENCES tags (tenant_id, id)
);
CREATE INDEX ticket_tags_tag_ix ON ticket_tags (tenant_id, tag_id, ticket_id);
SELECT protect_tenant_table('ticket_tags');

-- Agents beside the primary one, who is the ticket's assigned_to.
CREATE TABLE ticket_agents (
    tenant_id          uuid        NOT NULL,
    id                 uuid        NOT NULL,
    ticket_id          uuid        NOT NULL,
    additional_user_id uuid        NOT NULL,
    role               text,
    assigned_at        timestamptz NOT NULL,
    assigned_by        uuid,
    CONSTRAINT ticket_agents_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT ticket_agents_user_uk UNIQUE (tenant_id, ticket_id, additional_user_id),
    CONSTRAINT ticket_agents_ticket_fk FOREIGN KEY (tenant_id, ticket_id)
        REFERENCES tickets (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_agents_by_user_ix ON ticket_agents (tenant_id, additional_user_id);
SELECT protect_tenant_table('ticket_agents');

CREATE TABLE priorities (
    tenant_id             uuid        NOT NULL,
    id                    uuid        NOT NULL,
    priority_name         text        NOT NULL CHECK (length(priority_name) BETWEEN 1 AND 255),
    description           text        CHECK (length(description) <= 1000),
    order_number          integer     NOT NULL,
    color                 text        CHECK (color ~ '^#[0-9a-fA-F]{6}$'),
    item_type             text        NOT NULL CHECK (item_type IN ('ticket', 'project_task')),
    is_from_itil_standard boolean     NOT NULL DEFAULT false,
    created_at            timestamptz NOT NULL,
    created_by            uuid,
    updated_at            timestamptz NOT NULL,
    updated_by            uuid,
    version               integer     NOT NULL CHECK (version > 0),
    CONSTRAINT priorities_pk PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX priorities_name_uk ON priorities (tenant_id, item_type, lower(priority_name));
SELECT protect_tenant_table('priorities');

CREATE TABLE boards (
    tenant_id                uuid        NOT NULL,
    id                       uuid        NOT NULL,
    board_name               text        NOT NULL CHECK (length(board_name) BETWEEN 1 AND 255),
    description              text        CHECK (length(description) <= 1000),
    display_order            integer     NOT NULL DEFAULT 0,
    is_default               boolean     NOT NULL DEFAULT false,
    is_inactive              boolean     NOT NULL DEFAULT false,
    category_type            text        NOT NULL DEFAULT 'custom' CHECK (category_type IN ('custom', 'itil')),
    priority_type            text        NOT NULL DEFAULT 'custom' CHECK (priority_type IN ('custom', 'itil')),
    default_assigned_to      uuid,
    default_priority_id      uuid,
    enable_live_ticket_timer boolean     NOT NULL DEFAULT false,
    created_at               timestamptz NOT NULL,
    created_by               uuid,
    updated_at               timestamptz NOT NULL,
    updated_by               uuid,
    version                  integer     NOT NULL CHECK (version > 0),
    CONSTRAINT boards_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT boards_default_priority_fk FOREIGN KEY (tenant_id, default_priority_id)
        REFERENCES priorities (tenant_id, id)
);
CREATE UNIQUE INDEX boards_name_uk ON boards (tenant_id, lower(board_name));
CREATE UNIQUE INDEX boards_default_uk ON boards (tenant_id) WHERE is_default;
SELECT protect_tenant_table('boards');

-- What must be so before a ticket of the board may be closed. A board without a row asks for nothing.
CREATE TABLE board_close_rules (
    tenant_id                  uuid    NOT NULL,
    board_id                   uuid    NOT NULL,
    require_resolution_comment boolean NOT NULL DEFAULT false,
    require_time_entry         boolean NOT NULL DEFAULT false,
    require_no_open_children   boolean NOT NULL DEFAULT false,
    required_fields            text[]  NOT NULL DEFAULT '{}' CHECK (
        required_fields <@ ARRAY ['category_id', 'subcategory_id', 'priority_id', 'assigned_to']),
    CONSTRAINT board_close_rules_pk PRIMARY KEY (tenant_id, board_id),
    CONSTRAINT board_close_rules_board_fk FOREIGN KEY (tenant_id, board_id)
        REFERENCES boards (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('board_close_rules');

CREATE TABLE statuses (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    board_id     uuid,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    status_type  text        NOT NULL CHECK (status_type IN ('ticket', 'project', 'project_task', 'interaction')),
    is_closed    boolean     NOT NULL DEFAULT false,
    is_default   boolean     NOT NULL DEFAULT false,
    order_number integer     NOT NULL,
    color        text        CHECK (color ~ '^#[0-9a-fA-F]{6}$'),
    icon         text        CHECK (length(icon) <= 50),
    created_at   timestamptz NOT NULL,
    created_by   uuid,
    updated_at   timestamptz NOT NULL,
    updated_by   uuid,
    version      integer     NOT NULL CHECK (version > 0),
    CONSTRAINT statuses_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT statuses_board_fk FOREIGN KEY (tenant_id, board_id) REFERENCES boards (tenant_id, id),
    -- What a ticket refers to: its status together with the board it has to belong to.
    CONSTRAINT statuses_of_board_uk UNIQUE (tenant_id, board_id, id),
    -- A ticket's status belongs to a board; no other status does.
    CONSTRAINT statuses_board_ck CHECK ((status_type = 'ticket') = (board_id IS NOT NULL)),
    CONSTRAINT statuses_order_uk UNIQUE NULLS NOT DISTINCT (tenant_id, status_type, board_id, order_number)
);
CREATE UNIQUE INDEX statuses_name_uk ON statuses (tenant_id, status_type, board_id, lower(name)) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX statuses_default_uk ON statuses (tenant_id, status_type, board_id) NULLS NOT DISTINCT
    WHERE is_default;
SELECT protect_tenant_table('statuses');

-- A subcategory is a category with a parent.
CREATE TABLE categories (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    category_name   text        NOT NULL CHECK (length(category_name) BETWEEN 1 AND 255),
    parent_category uuid        CHECK (parent_category <> id),
    board_id        uuid,
    display_order   integer     NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL,
    created_by      uuid,
    updated_at      timestamptz NOT NULL,
    updated_by      uuid,
    version         integer     NOT NULL CHECK (version > 0),
    CONSTRAINT categories_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT categories_parent_fk FOREIGN KEY (tenant_id, parent_category) REFERENCES categories (tenant_id, id),
    CONSTRAINT categories_board_fk FOREIGN KEY (tenant_id, board_id) REFERENCES boards (tenant_id, id),
    -- What a ticket refers to: a subcategory together with its parent.
    CONSTRAINT categories_of_parent_uk UNIQUE (tenant_id, parent_category, id)
);
CREATE UNIQUE INDEX categories_name_uk ON categories (tenant_id, board_id, parent_category, lower(category_name))
    NULLS NOT DISTINCT;
SELECT protect_tenant_table('categories');

CREATE TABLE comment_threads (
    tenant_id        uuid        NOT NULL,
    id               uuid        NOT NULL,
    ticket_id        uuid        NOT NULL,
    root_comment_id  uuid        NOT NULL,
    is_internal      boolean     NOT NULL,
    reply_count      integer     NOT NULL DEFAULT 0 CHECK (reply_count >= 0),
    last_activity_at timestamptz NOT NULL,
    created_at       timestamptz NOT NULL,
    created_by       uuid,
    CONSTRAINT comment_threads_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT comment_threads_of_ticket_uk UNIQUE (tenant_id, ticket_id, id),
    CONSTRAINT comment_threads_ticket_fk FOREIGN KEY (tenant_id, ticket_id)
        REFERENCES tickets (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('comment_threads');

CREATE TABLE comments (
    tenant_id           uuid        NOT NULL,
    id                  uuid        NOT NULL,
    ticket_id           uuid        NOT NULL,
    thread_id           uuid        NOT NULL,
    parent_comment_id   uuid,
    user_id             uuid,
    contact_id          uuid,
    author_type         text        NOT NULL CHECK (author_type IN ('internal', 'client', 'unknown')),
    note                text        NOT NULL,
    markdown_content    text,
    is_internal         boolean     NOT NULL DEFAULT false,
    is_resolution       boolean     NOT NULL DEFAULT false,
    is_system_generated boolean     NOT NULL DEFAULT false,
    time_spent          numeric     CHECK (time_spent >= 0),
    metadata            jsonb,
    publish_state       text        NOT NULL DEFAULT 'published'
        CHECK (publish_state IN ('published', 'scheduled', 'canceled')),
    published_at        timestamptz,
    created_at          timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    deleted_at          timestamptz,
    version             integer     NOT NULL CHECK (version > 0),
    CONSTRAINT comments_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT comments_of_ticket_uk UNIQUE (tenant_id, ticket_id, id),
    CONSTRAINT comments_thread_fk FOREIGN KEY (tenant_id, ticket_id, thread_id)
        REFERENCES comment_threads (tenant_id, ticket_id, id) ON DELETE CASCADE,
    CONSTRAINT comments_parent_fk FOREIGN KEY (tenant_id, ticket_id, parent_comment_id)
        REFERENCES comments (tenant_id, ticket_id, id),
    CONSTRAINT comments_contact_fk FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id)
);
CREATE INDEX comments_ticket_ix ON comments (tenant_id, ticket_id, created_at, id);
CREATE INDEX comments_thread_ix ON comments (tenant_id, ticket_id, thread_id);
CREATE INDEX comments_parent_ix ON comments (tenant_id, ticket_id, parent_comment_id);
SELECT protect_tenant_table('comments');

CREATE TABLE comment_reactions (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    comment_id uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    emoji      text        NOT NULL CHECK (length(emoji) BETWEEN 1 AND 50),
    created_at timestamptz NOT NULL,
    CONSTRAINT comment_reactions_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT comment_reactions_uk UNIQUE (tenant_id, comment_id, user_id, emoji),
    CONSTRAINT comment_reactions_comment_fk FOREIGN KEY (tenant_id, comment_id)
        REFERENCES comments (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('comment_reactions');

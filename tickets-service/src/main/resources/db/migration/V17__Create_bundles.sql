-- A ticket with children and what its bundle does. bundle_id stays when another ticket becomes the master and is new
-- when the same ticket gets children again after its bundle was dissolved: it is the subject of the bundle's events.
CREATE TABLE ticket_bundle_settings (
    tenant_id             uuid        NOT NULL,
    master_ticket_id      uuid        NOT NULL,
    bundle_id             uuid        NOT NULL,
    mode                  text        NOT NULL DEFAULT 'sync_updates' CHECK (mode IN ('link_only', 'sync_updates')),
    reopen_on_child_reply boolean     NOT NULL DEFAULT false,
    created_at            timestamptz NOT NULL,
    created_by            uuid,
    updated_at            timestamptz NOT NULL,
    updated_by            uuid,
    version               integer     NOT NULL CHECK (version > 0),
    CONSTRAINT ticket_bundle_settings_pk PRIMARY KEY (tenant_id, master_ticket_id),
    CONSTRAINT ticket_bundle_settings_bundle_uk UNIQUE (tenant_id, bundle_id),
    CONSTRAINT ticket_bundle_settings_master_fk FOREIGN KEY (tenant_id, master_ticket_id)
        REFERENCES tickets (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('ticket_bundle_settings');

-- Which copy of a master's comment each child has, so that none gets a second one.
CREATE TABLE ticket_bundle_mirrors (
    tenant_id         uuid        NOT NULL,
    source_comment_id uuid        NOT NULL,
    child_ticket_id   uuid        NOT NULL,
    child_comment_id  uuid        NOT NULL,
    created_at        timestamptz NOT NULL,
    CONSTRAINT ticket_bundle_mirrors_pk PRIMARY KEY (tenant_id, source_comment_id, child_ticket_id),
    CONSTRAINT ticket_bundle_mirrors_copy_uk UNIQUE (tenant_id, child_comment_id),
    CONSTRAINT ticket_bundle_mirrors_source_fk FOREIGN KEY (tenant_id, source_comment_id)
        REFERENCES comments (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT ticket_bundle_mirrors_copy_fk FOREIGN KEY (tenant_id, child_ticket_id, child_comment_id)
        REFERENCES comments (tenant_id, ticket_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('ticket_bundle_mirrors');

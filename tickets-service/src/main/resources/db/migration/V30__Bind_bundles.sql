-- A bundle is one level deep, and it is there exactly for a ticket that has children: a child's master has a bundle, and
-- the master of a bundle is nobody's child. Checked at the end of a transaction, as a promotion turns both round.
ALTER TABLE tickets
    ADD COLUMN is_child boolean NOT NULL GENERATED ALWAYS AS (master_ticket_id IS NOT NULL) STORED,
    ADD CONSTRAINT tickets_child_uk UNIQUE (tenant_id, id, is_child);

ALTER TABLE ticket_bundle_settings
    ADD COLUMN master_is_child boolean NOT NULL DEFAULT false CHECK (NOT master_is_child),
    ADD CONSTRAINT ticket_bundle_settings_top_fk FOREIGN KEY (tenant_id, master_ticket_id, master_is_child)
        REFERENCES tickets (tenant_id, id, is_child) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE tickets
    ADD CONSTRAINT tickets_bundle_fk FOREIGN KEY (tenant_id, master_ticket_id)
        REFERENCES ticket_bundle_settings (tenant_id, master_ticket_id) DEFERRABLE INITIALLY DEFERRED;

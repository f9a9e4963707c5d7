-- What counts the uses of a look-up before it is deleted, and what the foreign keys behind that look at.
CREATE INDEX boards_default_priority_ix ON boards (tenant_id, default_priority_id)
    WHERE default_priority_id IS NOT NULL;
CREATE INDEX comments_contact_ix ON comments (tenant_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX ticket_materials_client_ix ON ticket_materials (tenant_id, client_id);
CREATE INDEX time_entries_service_ix ON time_entries (tenant_id, service_id) WHERE service_id IS NOT NULL;
CREATE INDEX asset_copies_client_ix ON asset_copies (tenant_id, client_id) WHERE client_id IS NOT NULL;

CREATE INDEX tickets_title_ix ON tickets (tenant_id, title, id);

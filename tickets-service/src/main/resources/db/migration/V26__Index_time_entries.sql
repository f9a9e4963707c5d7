-- The list of everybody's entries, newest first.
CREATE INDEX time_entries_start_ix ON time_entries (tenant_id, start_time, id);
CREATE INDEX time_entries_created_ix ON time_entries (tenant_id, created_at, id);

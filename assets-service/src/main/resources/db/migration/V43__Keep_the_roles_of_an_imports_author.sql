-- Constraints on assets name roles, and a job is held to those that its author had.
ALTER TABLE import_jobs ADD COLUMN actor_roles text[] NOT NULL DEFAULT '{}';

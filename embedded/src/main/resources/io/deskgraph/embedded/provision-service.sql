-- One service's database and its three roles. Safe to run again: it creates what is missing and sets the rest right.
--
--   psql -v ON_ERROR_STOP=1 -v db=tickets -v owner_password=... -v app_password=... -v system_password=... -f provision-service.sql
--
-- <db>_owner   owns the database and its schema; migrations only
-- <db>_app     the service's requests: reads and writes rows as far as row-level security lets it, owns nothing
-- <db>_system  what has to look across tenants, row by row as explicit policies allow, owns nothing
--
-- Kept to what both psql and the embedded server's launcher understand: a command ends with its line, no \if, no \set.

select format('create role %I login', role)
from unnest(array[:'db' || '_owner', :'db' || '_app', :'db' || '_system']) as role
where not exists (select from pg_roles where rolname = role) \gexec

select format('alter role %I with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L', role, password)
from (values (:'db' || '_owner', :'owner_password'), (:'db' || '_app', :'app_password'), (:'db' || '_system', :'system_password')) as roles (role, password) \gexec

select format('create database %I owner %I', :'db', :'db' || '_owner')
where not exists (select from pg_database where datname = :'db') \gexec

select format('revoke all on database %I from public', :'db') \gexec

select format('grant connect on database %I to %I, %I, %I', :'db', :'db' || '_owner', :'db' || '_app', :'db' || '_system') \gexec

\connect :"db"

select format('alter schema public owner to %I', :'db' || '_owner') \gexec

revoke all on schema public from public;

select format('grant usage on schema public to %I, %I', :'db' || '_app', :'db' || '_system') \gexec

create extension if not exists pg_trgm;

create extension if not exists unaccent;

create extension if not exists btree_gist;

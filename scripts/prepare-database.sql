-- Prepares a PostgreSQL (15 or later) for Zhixin. Run once by an administrator of the server, in the database that Zhixin will use:
--   psql -v owner=zx_owner -d zhixin -f scripts/prepare-database.sql
-- The owner is an ordinary role with a login; it needs no rights beyond these. Several databases of one server share the three roles.
select 'create role zx_app nologin' where not exists (select from pg_roles where rolname = 'zx_app') \gexec
select 'create role zx_search nologin bypassrls' where not exists (select from pg_roles where rolname = 'zx_search') \gexec
select 'create role zx_maintain nologin bypassrls' where not exists (select from pg_roles where rolname = 'zx_maintain') \gexec
grant zx_app, zx_search, zx_maintain to :"owner";
grant usage, create on schema public to :"owner";
-- Functions that search belong to zx_search, which needs this to own them.
grant usage, create on schema public to zx_search;

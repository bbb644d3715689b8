-- Three roles without login: what runs, what searches past row security, what maintains.
do $$
begin
  if not exists (select from pg_roles where rolname = 'zx_app') then create role zx_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'zx_search') then create role zx_search nologin bypassrls; end if;
  if not exists (select from pg_roles where rolname = 'zx_maintain') then create role zx_maintain nologin bypassrls; end if;
  execute format('grant zx_app, zx_search, zx_maintain to %I', current_user);
end
$$;
grant usage on schema public to zx_app, zx_search, zx_maintain;

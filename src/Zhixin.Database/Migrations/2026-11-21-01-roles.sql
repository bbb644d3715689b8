-- Three roles without login: what runs, what searches past row security, what maintains.
do $$
begin
  if not exists (select from pg_roles where rolname = 'zx_app') then create role zx_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'zx_search') then create role zx_search nologin bypassrls; end if;
  if not exists (select from pg_roles where rolname = 'zx_maintain') then create role zx_maintain nologin bypassrls; end if;
  -- Where an administrator made the roles, the owner has been made a member of them and may not grant them.
  if not (pg_has_role(current_user, 'zx_app', 'member') and pg_has_role(current_user, 'zx_search', 'member') and pg_has_role(current_user, 'zx_maintain', 'member')) then
    execute format('grant zx_app, zx_search, zx_maintain to %I', current_user);
  end if;
end
$$;
grant usage on schema public to zx_app, zx_search, zx_maintain;

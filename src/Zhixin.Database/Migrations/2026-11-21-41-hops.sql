-- A hop of a matter on its way down: from one court to one under it, and a row each, marked joint, for the courts that handle it together with that one.
-- Big, by home; a fold of the petition's history.
create table hop (
  home int not null,
  stream uuid not null,
  no int not null,
  from_court int not null,
  to_court int not null,
  joint boolean not null,
  mode text not null,
  letter text not null,
  issued_on date not null,
  handler uuid,
  handler_name text,
  state text not null check (state in ('running', 'reported', 'up', 'over')),
  reported_on date,
  pressed int not null,
  due date,
  overdue_after date not null,
  barred uuid[] not null,
  seen_by int[] not null,
  primary key (home, stream, no, to_court)
);
create index hop_out on hop (from_court, overdue_after, home, stream, no) where state <> 'over' and not joint;
create index hop_in on hop (to_court, overdue_after, home, stream, no) where state <> 'over';
alter table hop enable row level security;
alter table hop force row level security;
create policy seen on hop for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on hop for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on hop for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on hop to zx_app;
grant select, insert, update, delete, truncate on hop to zx_maintain;
grant select on hop to zx_search;

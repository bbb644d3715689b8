-- Applications for write-off, and where each waits. Big, by home; a fold of the petition's history.
create table write_off (
  home int not null,
  stream uuid not null,
  no int not null,
  enforcing int not null,
  top int not null,
  court int not null,
  station text not null check (station in ('apply', 'agree', 'material', 'pass-up', 'name-verifier', 'verify', 'outcome')),
  state text not null check (state in ('pending', 'ended', 'approved', 'refused', 'returned', 'withdrawn', 'lapsed', 'reversed')),
  applied_on date not null,
  applied_by uuid not null,
  since date not null,
  verifier uuid,
  ground text not null,
  reversed_on date,
  barred uuid[] not null,
  seen_by int[] not null,
  primary key (home, stream, no)
);
create index write_off_waiting on write_off (court, since, home, stream, no) where state = 'pending';
create index write_off_of_court on write_off (enforcing, applied_on, home, stream, no);
alter table write_off enable row level security;
alter table write_off force row level security;
create policy seen on write_off for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on write_off for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on write_off for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on write_off to zx_app;
grant select, insert, update, delete, truncate on write_off to zx_maintain;
grant select on write_off to zx_search;

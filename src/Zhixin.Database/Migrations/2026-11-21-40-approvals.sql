-- What somebody asked another to decide in a petition. Big, by home; a fold of the petition's history.
create table approval (
  home int not null,
  stream uuid not null,
  no int not null,
  act text not null,
  request int not null,
  court int not null,
  asked_on date not null,
  asked_by uuid not null,
  asked_for uuid,
  state text not null check (state in ('waiting', 'agreed', 'refused', 'ended')),
  decided_on date,
  code text not null,
  about text not null,
  barred uuid[] not null,
  seen_by int[] not null,
  primary key (home, stream, no)
);
create index approval_waiting on approval (court, asked_on, home, stream, no) where state = 'waiting';
alter table approval enable row level security;
alter table approval force row level security;
create policy seen on approval for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on approval for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on approval for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on approval to zx_app;
grant select, insert, update, delete, truncate on approval to zx_maintain;
grant select on approval to zx_search;

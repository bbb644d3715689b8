-- Items of the command platform: a fold of their histories, disposable. court supervises, enforcing handles; high, mid, basic are the chain of the one that handles.
create table platform_item (
  home int not null,
  id uuid not null,
  version int not null,
  number text not null,
  external text not null,
  kind text not null,
  court int not null,
  enforcing int not null,
  high int,
  mid int,
  basic int,
  case_number text,
  content text not null,
  stage text not null check (stage in ('received', 'handling', 'completed', 'closed')),
  phase text not null check (phase in ('open', 'ended')),
  received_on date not null,
  due date,
  overdue_after date not null,
  handler uuid,
  reviewer uuid,
  returns int not null,
  ended_on date,
  seen_by int[] not null,
  primary key (home, id)
);
-- A number of the platform stands once at a court, whoever sends it twice.
create unique index platform_item_external on platform_item (home, kind, external);
-- What waits for the superior that leads it.
create index platform_item_court on platform_item (court, stage, overdue_after, home, id) where phase = 'open';
create index platform_item_all on platform_item (overdue_after, home, id) where phase = 'open';
create index platform_item_high on platform_item (high, overdue_after, home, id) where phase = 'open';
create index platform_item_mid on platform_item (mid, overdue_after, home, id) where phase = 'open' and mid is not null;
create index platform_item_basic on platform_item (basic, overdue_after, home, id) where phase = 'open' and basic is not null;
create index platform_item_handler on platform_item (handler) where phase = 'open' and handler is not null;
create index platform_item_reviewer on platform_item (reviewer) where phase = 'open' and reviewer is not null;
alter table platform_item enable row level security;
alter table platform_item force row level security;
create policy seen on platform_item for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on platform_item for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on platform_item for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on platform_item to zx_app;
grant select, insert, update, delete, truncate on platform_item to zx_maintain;
grant select on platform_item to zx_search;

-- Records of checks on enforcement cases (SPC09-4): a fold of their histories, disposable. high, mid, basic are the chain of the enforcing court, which is the home;
-- overdue_after is infinity where nothing dated is owed. owed counts what is open, dated or not.
create table enforcement_case (
  home int not null,
  id uuid not null,
  version int not null,
  number text not null,
  case_number text not null,
  court int not null,
  high int,
  mid int,
  basic int,
  phase text not null check (phase in ('open', 'ended')),
  filed_on date not null,
  concluded_on date,
  next_due date,
  next_kind text,
  next_provisional boolean not null,
  overdue_after date not null,
  owed int not null,
  cards int not null,
  problems int not null,
  phones int not null,
  nodes int not null,
  unchecked int not null,
  risks int not null,
  seen_by int[] not null,
  primary key (home, id)
);
-- A case has one record, whoever begins it twice.
create unique index enforcement_case_number on enforcement_case (home, case_number);
create index enforcement_case_all on enforcement_case (overdue_after, home, id) where phase = 'open';
create index enforcement_case_high on enforcement_case (high, overdue_after, home, id) where phase = 'open';
create index enforcement_case_mid on enforcement_case (mid, overdue_after, home, id) where phase = 'open' and mid is not null;
create index enforcement_case_basic on enforcement_case (basic, overdue_after, home, id) where phase = 'open' and basic is not null;
create index enforcement_case_ended on enforcement_case (home, concluded_on desc, id desc) where phase = 'ended';
alter table enforcement_case enable row level security;
alter table enforcement_case force row level security;
create policy seen on enforcement_case for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on enforcement_case for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on enforcement_case for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on enforcement_case to zx_app;
grant select, insert, update, delete, truncate on enforcement_case to zx_maintain;

-- Reports in the box: who handles them and whom they name, and nothing of what they say. A report that names a leader of the home is seen above alone.
create table report (
  home int not null,
  id uuid not null,
  version int not null,
  number text not null,
  handling int not null,
  high int,
  mid int,
  basic int,
  channel text not null,
  anonymous boolean not null,
  names_leader boolean not null,
  stage text not null check (stage in ('received', 'handled')),
  received_on date not null,
  handled_on date,
  outcome text,
  accused uuid[] not null,
  seen_by int[] not null,
  primary key (home, id)
);
-- What a viewer of each level reads: what waits first, the oldest of it first; then the newest of what was handled.
create index report_all on report (stage, received_on, home, id);
create index report_high on report (high, stage, received_on, home, id);
create index report_mid on report (mid, stage, received_on, home, id) where mid is not null;
create index report_basic on report (basic, stage, received_on, home, id) where basic is not null;
alter table report enable row level security;
alter table report force row level security;
create policy seen on report for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on report for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on report for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on report to zx_app;
grant select, insert, update, delete, truncate on report to zx_maintain;

-- Read tables of contacts, petitions, persons and obligations: folds of the history, disposable.
create table person (
  home int not null,
  id uuid not null,
  kind text not null,
  sealed bytea not null,
  key_wrapped bytea not null,
  key_id text not null,
  seen_by int[] not null,
  primary key (home, id)
);

create table contact (
  home int not null,
  id uuid not null,
  version int not null,
  number text not null,
  channel text not null,
  venue text not null,
  received_on date not null,
  received_at text,
  receiver uuid not null,
  people int not null,
  petitioners uuid[] not null,
  summary text not null,
  request text not null,
  case_number text,
  flags text[] not null,
  petition uuid,
  petition_home int,
  voided boolean not null,
  accused uuid[] not null,
  entered_on date,
  outcome text not null,
  result text,
  opinion text,
  followed_by text,
  high int,
  mid int,
  basic int,
  words int[] not null,
  seen_by int[] not null,
  primary key (home, id)
);

create table petition (
  home int not null,
  id uuid not null,
  version int not null,
  number text not null,
  stage text not null,
  phase text not null,
  responsible int not null,
  responsible_unit text,
  high int,
  mid int,
  basic int,
  registering int not null,
  case_number text,
  petitioners uuid[] not null,
  parties uuid[] not null,
  summary text not null,
  priority text not null,
  major boolean not null default false,
  handler uuid,
  lead uuid,
  in_charge uuid,
  co_handlers uuid[] not null,
  accused uuid[] not null,
  contacts int not null,
  people int not null,
  level_skip boolean not null,
  group_visit boolean not null,
  channel text not null,
  venue text not null,
  class text,
  cause text,
  first_received_on date not null,
  last_received_on date not null,
  next_due date,
  next_kind text,
  overdue_after date,
  ledger_key text,
  seen_by int[] not null,
  primary key (home, id)
);
create index petition_handler on petition (handler, next_due, id) where handler is not null;
-- What a leader leads or is in charge of, next due first; where nothing dated is owed, last.
create index petition_lead on petition (lead, coalesce(next_due, 'infinity'::date), home, id) where lead is not null and phase = 'open';
create index petition_in_charge on petition (in_charge, coalesce(next_due, 'infinity'::date), home, id) where in_charge is not null and phase = 'open';
create index petition_case on petition (case_number) where case_number is not null;
create index petition_number on petition (number);
-- What a court received in a period, for its indicators.
create index petition_received on petition (responsible, first_received_on);
create index petition_ledger on petition (home, ledger_key) where ledger_key is not null;

-- One index finds words inside the viewer's sight; the other walks from the newest when nearly every contact has them.
create index contact_words on contact using gin (words, seen_by);
create index contact_newest on contact (received_on desc, id desc);
-- What was received before the day on which it was entered: few, and counted by that day.
create index contact_late on contact (entered_on, home, id) where entered_on > received_on;
create index contact_petition on contact (petition_home, petition) where petition is not null;

-- matter is the kind of the stream; answers_to is the superior to whom it is owed, of whatever a superior handed down, supervises or awaits; null of all else.
create table obligation (
  home int not null,
  stream uuid not null,
  no int not null,
  matter text not null,
  kind text not null,
  name text not null,
  slot text not null,
  clause text not null,
  pack text not null,
  pack_version int not null,
  court int not null,
  high int,
  mid int,
  basic int,
  unit text not null,
  person uuid,
  trigger_on date,
  due date,
  provisional boolean not null,
  warn_only boolean not null,
  counts_from date,
  state text not null check (state in ('open', 'window', 'fulfilled', 'used', 'ended')),
  settled_on date,
  barred uuid[] not null,
  falls_to uuid,
  charged_unit text not null,
  charged_person uuid,
  overdue_after date not null,
  priority text not null,
  answers_to int,
  seen_by int[] not null,
  primary key (home, stream, no)
);
-- The queues of the workbench, each in its order; the untimed have infinity.
create index obligation_desk on obligation (falls_to, overdue_after, home, stream, no) where state = 'open' and falls_to is not null;
create index obligation_unit on obligation (court, overdue_after, home, stream, no) where state = 'open' and person is null;
create index obligation_inspection on obligation (court, overdue_after, home, stream, no) where state = 'open' and unit = 'inspection';
create index obligation_key on obligation (court, overdue_after, home, stream, no) where state = 'open' and priority <> 'ordinary';
-- What a court has not done in time, whoever is named.
create index obligation_court on obligation (court, overdue_after, home, stream, no) where state = 'open';
-- What was done too late: few, and counted by the day at whose end it was overdue.
create index obligation_late on obligation (court, overdue_after) where state = 'fulfilled' and settled_on > overdue_after;
-- What courts owe to a superior, for whoever stands above: the whole country, a province, a city.
create index obligation_below on obligation (overdue_after, home, stream, no) include (high, court, matter, barred, seen_by) where state = 'open' and answers_to is not null;
create index obligation_below_high on obligation (high, overdue_after, home, stream, no) include (mid, court, matter, barred, seen_by) where state = 'open' and answers_to is not null;
create index obligation_below_mid on obligation (mid, overdue_after, home, stream, no) include (basic, court, matter, barred, seen_by) where state = 'open' and answers_to is not null and mid is not null;
create index obligation_due on obligation (due, home, stream, no) where state = 'open';
-- Rights that lapse: owed by nobody and in no queue, moved with the calendar.
create index obligation_window on obligation (due, home, stream, no) where state = 'window';
create index obligation_clause on obligation (clause, due) where state = 'open';

-- Keyed hashes of identity number, phone, name, case number and tracking code.
create table match_key (
  home int not null,
  kind smallint not null,
  key bigint not null,
  stream uuid not null,
  primary key (home, kind, key, stream)
);
create index match_key_key on match_key (kind, key);

create table import_batch (
  home int not null,
  id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  rows int not null,
  ok int not null,
  rejected int not null,
  actor uuid not null,
  at timestamptz not null,
  seen_by int[] not null,
  primary key (home, id)
);

-- Rejected rows wait here with their original cells until a person registers or dismisses them.
create table import_row (
  home int not null,
  batch uuid not null,
  row int not null,
  sheet_row int not null,
  fingerprint bytea not null,
  outcome text not null check (outcome in ('ok', 'reject')),
  reason text,
  sealed bytea,
  state text not null check (state in ('done', 'waiting', 'registered', 'dismissed', 'corrected')),
  contact uuid,
  seen_by int[] not null,
  primary key (home, batch, row, sheet_row)
);
create index import_row_fingerprint on import_row (home, fingerprint);
create index import_row_waiting on import_row (home, batch) where state = 'waiting';

do $$
declare t text;
begin
  foreach t in array array['person', 'contact', 'petition', 'obligation', 'import_batch', 'import_row'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy seen on %I for select using (seen_by @> array[nullif(current_setting(''zx.court'', true), '''')::int])', t);
    execute format('create policy added on %I for insert with check (nullif(current_setting(''zx.court'', true), '''')::int is not null)', t);
    execute format('create policy changed on %I for update using (seen_by @> array[nullif(current_setting(''zx.court'', true), '''')::int]) with check (nullif(current_setting(''zx.court'', true), '''')::int is not null)', t);
    execute format('grant select, insert, update on %I to zx_app', t);
    execute format('grant select, insert, update, delete, truncate on %I to zx_maintain', t);
    execute format('grant select on %I to zx_search', t);
  end loop;
end
$$;
alter table match_key enable row level security;
alter table match_key force row level security;
create policy added on match_key for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant insert on match_key to zx_app;
grant select on match_key to zx_search;
grant select, insert, update, delete, truncate on match_key to zx_maintain;

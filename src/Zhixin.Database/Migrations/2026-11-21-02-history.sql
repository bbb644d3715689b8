-- The history. Big tables: home first in every key (scale rule 1). docs/event-envelope.md gives the encodings.
create table event (
  home int not null,
  stream uuid not null,
  version int not null,
  type text not null,
  schema int not null,
  body text not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  actor uuid not null,
  on_behalf_of uuid,
  actor_court int not null,
  act text not null,
  caused_by uuid not null,
  origin text not null check (origin in ('page', 'api', 'import', 'exchange', 'job')),
  hash_alg smallint not null,
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (home, stream, version),
  check (version > 0)
);

-- The head of each stream: its kind, last version and hash, and who may read it.
create table stream (
  home int not null,
  stream uuid not null,
  kind text not null,
  version int not null,
  hash bytea not null,
  recorded_at timestamptz not null,
  seen_by int[] not null,
  primary key (home, stream)
);

-- Sight is a row: a court sees a stream on a ground until an event ends it.
create table sight (
  home int not null,
  stream uuid not null,
  court int not null,
  ground text not null,
  until date,
  primary key (home, stream, court, ground)
);

-- A resend makes one record: the key is kept with its answer for 30 days.
create table idempotency (
  home int not null,
  actor uuid not null,
  key text not null,
  body_hash bytea not null,
  answer text not null,
  recorded_at timestamptz not null,
  primary key (home, actor, key)
);

-- Gapless numbers; the row is taken in the round trip immediately before the append.
create table number_series (
  home int not null,
  series text not null,
  year int not null,
  last int not null,
  primary key (home, series, year)
);

-- Messages of the software, staged in the transaction of what causes them. One that has an addressee stands in the inbox from not_before on; it is queued
-- while it has to be sent elsewhere too. One without is a note from the software to itself. No fold of the history: what was told stays told.
create table outbox (
  home int not null,
  id uuid not null,
  stream uuid not null,
  topic text not null,
  court int not null,
  addressee text,
  kind text not null,
  number text not null,
  body text not null,
  barred uuid[] not null,
  not_before timestamptz not null,
  state text not null check (state in ('queued', 'sent', 'delivered', 'failed', 'seen')),
  seen_at timestamptz,
  seen_person uuid,
  tries smallint not null default 0,
  try_at timestamptz,
  sent text[] not null default '{}',
  seen_by int[] not null,
  primary key (home, id),
  check ((state = 'seen') = (seen_at is not null))
);
-- The inbox: the unseen and the seen of an addressee, each newest first. What waits to be sent is little.
create index outbox_inbox on outbox (court, addressee, (seen_at is null), not_before, home, id) where addressee is not null;
create index outbox_queued on outbox (coalesce(try_at, not_before), home, id) where state = 'queued';
-- What may be forgotten when it is old.
create index outbox_seen on outbox (seen_at) where seen_at is not null;
create index outbox_overtaken on outbox (not_before) where seen_at is null and (topic = 'digest' or (addressee is null and state = 'delivered'));

-- Who read what: from the first day. Append-only.
create table access_log (
  home int not null,
  id uuid not null,
  at timestamptz not null,
  actor uuid not null,
  court int not null,
  act text not null,
  target_home int,
  target uuid,
  purpose text,
  detail text,
  primary key (home, id)
);
create index access_log_time on access_log (home, at desc, id desc);

-- A job claims a rung of an escalation by inserting its row.
create table claim (
  home int not null,
  stream uuid not null,
  obligation int not null,
  rung text not null,
  at timestamptz not null,
  primary key (home, stream, obligation, rung)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on % is refused', tg_op, tg_table_name using errcode = 'ZX001';
end
$$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();
create trigger access_log_append_only before update or delete on access_log for each row execute function refuse_change();
create trigger access_log_no_truncate before truncate on access_log for each statement execute function refuse_change();
create trigger claim_append_only before update or delete on claim for each row execute function refuse_change();

create function zx_court() returns int language sql stable parallel safe
  return nullif(current_setting('zx.court', true), '')::int;

alter table event enable row level security;
alter table event force row level security;
alter table stream enable row level security;
alter table stream force row level security;
alter table sight enable row level security;
alter table sight force row level security;
alter table idempotency enable row level security;
alter table idempotency force row level security;
alter table number_series enable row level security;
alter table number_series force row level security;
alter table outbox enable row level security;
alter table outbox force row level security;
alter table access_log enable row level security;
alter table access_log force row level security;
alter table claim enable row level security;
alter table claim force row level security;

create policy append on event for insert with check (actor_court = nullif(current_setting('zx.court', true), '')::int);
create policy seen on stream using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy scoped on sight using (nullif(current_setting('zx.court', true), '')::int is not null) with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy scoped on idempotency using (nullif(current_setting('zx.court', true), '')::int is not null) with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy scoped on number_series using (nullif(current_setting('zx.court', true), '')::int is not null) with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy seen on outbox using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy written on access_log for insert with check (court = nullif(current_setting('zx.court', true), '')::int);
create policy own on access_log for select using (court = nullif(current_setting('zx.court', true), '')::int);
create policy scoped on claim using (nullif(current_setting('zx.court', true), '')::int is not null) with check (nullif(current_setting('zx.court', true), '')::int is not null);

-- Reading a history goes through its stream row: no sight, no rows (scale rule 5).
create function history_of(of_home int, of_stream uuid) returns setof event
  language sql stable security definer set search_path = public rows 20 as $$
  select e.* from stream s join event e on e.home = s.home and e.stream = s.stream
  where s.home = of_home and s.stream = of_stream
    and s.seen_by @> array[nullif(current_setting('zx.court', true), '')::int]
  order by e.version
$$;
alter function history_of(int, uuid) owner to zx_search;

grant select, insert on event to zx_maintain;
grant insert on event to zx_app;
grant select on event, stream, sight to zx_search;
grant select, insert, update on stream, outbox to zx_app;
grant select, insert, update, delete on sight to zx_app;
grant select, insert, update on number_series to zx_app;
grant select, insert, delete on idempotency to zx_app;
grant select, insert on access_log, claim to zx_app;
grant select on all tables in schema public to zx_maintain;

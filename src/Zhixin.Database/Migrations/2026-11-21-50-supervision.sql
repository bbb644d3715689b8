-- Supervisions: a fold of their histories, disposable. high, mid, basic are the chain of the court that enforces; overdue_after is infinity where nothing dated is owed.
-- inside: a court presses its own people (GC21-5(4)); such a one never leads.
-- awaited is the end of the day at which the first report or correction became overdue that a High Court awaits: the finder of overruns (HNP-23) counts from it.
create table supervision (
  home int not null,
  id uuid not null,
  version int not null,
  number text not null,
  court int not null,
  enforcing int not null,
  inside boolean not null,
  high int,
  mid int,
  basic int,
  petition_home int,
  petition uuid,
  petition_number text,
  case_number text not null,
  complaint text not null,
  source text not null,
  ground text,
  mode text,
  stage text not null,
  phase text not null check (phase in ('open', 'ended')),
  received_on date not null,
  letter_on date,
  next_due date,
  next_kind text,
  overdue_after date not null,
  rounds int not null,
  listed_on date,
  listed_number text,
  listed_title text,
  listed_due date,
  listed_until date,
  listed_result_on date,
  reviewer uuid,
  awaited date,
  handlers uuid[] not null,
  accused uuid[] not null,
  ended_on date,
  told_on date,
  condition text,
  not_followed date[] not null,
  pressing text[] not null,
  seen_by int[] not null,
  primary key (home, id)
);
-- The boards of a viewer at each level, next due first; and what a court itself supervises.
create index supervision_all on supervision (overdue_after, home, id) where phase = 'open';
create index supervision_high on supervision (high, overdue_after, home, id) where phase = 'open';
create index supervision_mid on supervision (mid, overdue_after, home, id) where phase = 'open' and mid is not null;
create index supervision_basic on supervision (basic, overdue_after, home, id) where phase = 'open' and basic is not null;
create index supervision_court on supervision (court, overdue_after, home, id) where phase = 'open';
-- The boards by stage; and what they and the day count, stage by stage, is read from these alone: whose it is and who may not see it stand in them.
create index supervision_stage_all on supervision (stage, overdue_after, home, id) include (high, enforcing, accused, seen_by) where phase = 'open';
create index supervision_stage_high on supervision (high, stage, overdue_after, home, id) include (mid, enforcing, accused, seen_by) where phase = 'open';
create index supervision_stage_mid on supervision (mid, stage, overdue_after, home, id) include (basic, enforcing, accused, seen_by) where phase = 'open' and mid is not null;
create index supervision_stage on supervision (court, stage, overdue_after, home, id) include (accused, seen_by) where phase = 'open';
create index supervision_listed on supervision (listed_on desc, listed_number desc, id desc) where listed_on is not null;
create index supervision_case on supervision (case_number) where phase = 'open';
create index supervision_running_petition on supervision (petition) where phase = 'open' and petition is not null;
create index supervision_reviewer on supervision (reviewer) where phase = 'open' and reviewer is not null;
create index supervision_petition on supervision (petition_home, petition) where petition is not null;
create index supervision_awaited on supervision (enforcing, awaited) where phase = 'open' and awaited is not null;
-- What went down to a court in a period, and whose opinions it did not follow, for its indicators.
create index supervision_letters on supervision (enforcing, letter_on) where letter_on is not null;
create index supervision_pressing on supervision (court, overdue_after, home, id) where pressing <> '{}';
create index supervision_not_followed on supervision (enforcing) where not_followed <> '{}';
alter table supervision enable row level security;
alter table supervision force row level security;
create policy seen on supervision for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on supervision for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on supervision for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on supervision to zx_app;
grant select, insert, update, delete, truncate on supervision to zx_maintain;
grant select on supervision to zx_search;

-- Whether a superior supervises a matter already, also where the asking court has no sight of it yet: number and court, nothing else (HNI-2). What a court does
-- about its own people is asked for apart (among): it is no lead.
create function supervision_running(of_case text, of_petition uuid, among boolean) returns table (home int, id uuid, number text, court int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 1 as $$
  select s.home, s.id, s.number, s.court from supervision s
  where s.phase = 'open' and s.inside = among and (s.case_number = of_case or s.petition = of_petition) and nullif(current_setting('zx.court', true), '')::int is not null
  order by s.received_on, s.home, s.id limit 1
$$;
alter function supervision_running(text, uuid, boolean) owner to zx_search;

-- The page of listed matters for everybody (SPC09-1.3): these columns, at most fifty of them, and nothing else of a supervision. What was opened by mistake is not shown.
create function listed_public(before_on date, before_number text, most int)
  returns table (no bigint, number text, title text, court int, enforcing int, listed_on date, due date, stage text, result_on date, ended_on date, condition text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 50 as $$
  select row_number() over (order by s.listed_on desc, s.listed_number desc), s.listed_number, s.listed_title, s.court, s.enforcing, s.listed_on, coalesce(s.listed_until, s.listed_due), s.stage, s.listed_result_on, s.ended_on, s.condition
  from supervision s
  where s.listed_on is not null and s.stage not in ('voided', 'merged') and (before_on is null or (s.listed_on, s.listed_number) < (before_on, before_number))
  order by s.listed_on desc, s.listed_number desc, s.id desc limit least(greatest(most, 0), 50)
$$;
alter function listed_public(date, text, int) owner to zx_search;

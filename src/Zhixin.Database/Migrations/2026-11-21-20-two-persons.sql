-- Adoptions and calendar notices by two persons are folds of their histories; the access log is read across courts.
alter table adoption add column stream_version int not null default 1;
alter table adoption add column state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'refused', 'ending', 'ended'));
alter table adoption add column decision text;
alter table adoption add column end_day date;
alter table adoption add column end_reason text;
alter table adoption add column end_proposed_by uuid;
alter table adoption add constraint adoption_days check (until_day is null or until_day >= from_day);
alter table adoption add constraint adoption_end_by_another check (state <> 'ended' or confirmed_by is not null);
create index adoption_waiting on adoption (proposed_at, id) where state in ('proposed', 'ending');

alter table calendar_notice add column id uuid not null unique;
alter table calendar_notice add column stream_version int not null default 1;
alter table calendar_notice add column reason text not null default '';
alter table calendar_notice add column refused boolean not null default false;
alter table calendar_notice add column decision text;
alter table calendar_notice add column confirmed_at timestamptz;
alter table calendar_notice add column recomputed_at timestamptz;
alter table calendar_notice add constraint notice_by_another check (confirmed_by is null or confirmed_by <> proposed_by);
grant update on calendar_notice to zx_app;

-- An audit administrator of the platform (court 0) reads all courts, everybody else his own; nobody reads of a matter that accuses him.
create index access_log_all on access_log (at desc, id desc);
grant select on access_log to zx_search;
create function read_access_log(
    of_person text, of_targets uuid[], of_act text, since timestamptz, before timestamptz, at_before timestamptz, id_before uuid, most int)
  returns table (id uuid, at timestamptz, person text, posts text[], court text, act text, target_home int, target uuid, purpose text, detail text)
  language sql stable security definer set search_path = public as $$
  select l.id, l.at, coalesce(s.name, l.actor::text), coalesce(s.posts, '{}'), coalesce(c.name, ''), l.act, l.target_home, l.target, l.purpose, l.detail
  from access_log l
    left join staff s on s.court = l.court and s.id = l.actor
    left join court c on c.number = l.court
  where (l.court = nullif(current_setting('zx.court', true), '')::int or nullif(current_setting('zx.court', true), '')::int = 0)
    and (of_person is null or s.name = of_person)
    and (of_targets is null or l.target = any (of_targets))
    and (of_act is null or l.act = of_act)
    and (since is null or l.at >= since)
    and (before is null or l.at < before)
    and (at_before is null or (l.at, l.id) < (at_before, id_before))
  order by l.at desc, l.id desc
  limit most
$$;
alter function read_access_log(text, uuid[], text, timestamptz, timestamptz, timestamptz, uuid, int) owner to zx_search;

-- What the lines of a page speak of: number, kind, whether the reader is accused in it, and the petition of a contact. Looked up apart, since a line and its target
-- may lie on two nodes.
create function access_targets(homes int[], ids uuid[], viewer uuid)
  returns table (id uuid, number text, is_petition boolean, barred boolean, petition_home int, petition uuid)
  language sql stable security definer set search_path = public as $$
  select p.id, p.number, true, p.accused @> array[viewer], null::int, null::uuid from unnest(homes, ids) as w(home, id) join petition p on p.home = w.home and p.id = w.id
  where nullif(current_setting('zx.court', true), '') is not null
  union all
  select k.id, k.number, false, k.accused @> array[viewer], k.petition_home, k.petition from unnest(homes, ids) as w(home, id) join contact k on k.home = w.home and k.id = w.id
  where nullif(current_setting('zx.court', true), '') is not null
$$;
alter function access_targets(int[], uuid[], uuid) owner to zx_search;

-- The petition or contact that has a number, whoever sees it: only its id, to find what the log says of it.
create function access_numbered(of_number text) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select p.id from petition p where p.number = of_number and nullif(current_setting('zx.court', true), '') is not null
  union all
  select k.id from contact k where k.number = of_number and nullif(current_setting('zx.court', true), '') is not null
$$;
alter function access_numbered(text) owner to zx_search;
create index access_log_act on access_log (act, at desc, id desc);

-- Imports: what a rejected or imported row was called, which contact it is, and how a waiting row was settled.
alter table import_row add column contact_fingerprint bytea;
alter table import_row add column settled_by uuid;
alter table import_row add column settled_at timestamptz;
alter table import_row add column settled_reason text;
-- The row of a later import that put it right; by its marks it is found.
alter table import_row add column settled_batch uuid;
alter table import_row add column settled_row int;
alter table import_row add column marks bigint[];
create index import_row_settled on import_row (home, settled_at desc, batch desc, row desc) where settled_at is not null;
create index import_row_contact on import_row (home, contact_fingerprint) where contact_fingerprint is not null;

-- The ledger's lists, each read from its end on one index, for a viewer of any level; without a level for the Supreme Court. The usual
-- channel and venue need no index: nearly every petition from the newest on has them.
create index petition_newest on petition (last_received_on desc, id desc);
create index petition_newest_high on petition (high, last_received_on desc, id desc);
create index petition_newest_mid on petition (mid, last_received_on desc, id desc);
create index petition_newest_basic on petition (basic, last_received_on desc, id desc);
create index petition_phase on petition (phase, last_received_on desc, id desc);
create index petition_phase_high on petition (high, phase, last_received_on desc, id desc);
create index petition_phase_mid on petition (mid, phase, last_received_on desc, id desc);
create index petition_phase_basic on petition (basic, phase, last_received_on desc, id desc);
create index petition_overdue on petition (overdue_after, id) where overdue_after is not null;
create index petition_overdue_high on petition (high, overdue_after, id) where overdue_after is not null;
create index petition_overdue_mid on petition (mid, overdue_after, id) where overdue_after is not null;
create index petition_overdue_basic on petition (basic, overdue_after, id) where overdue_after is not null;
create index petition_cause on petition (cause, last_received_on desc, id desc) where cause is not null;
create index petition_cause_high on petition (high, cause, last_received_on desc, id desc) where cause is not null;
create index petition_cause_mid on petition (mid, cause, last_received_on desc, id desc) where cause is not null;
create index petition_cause_basic on petition (basic, cause, last_received_on desc, id desc) where cause is not null;
create index petition_channel on petition (channel, last_received_on desc, id desc) where channel <> 'visit';
create index petition_channel_high on petition (high, channel, last_received_on desc, id desc) where channel <> 'visit';
create index petition_channel_mid on petition (mid, channel, last_received_on desc, id desc) where channel <> 'visit';
create index petition_channel_basic on petition (basic, channel, last_received_on desc, id desc) where channel <> 'visit';
create index petition_venue on petition (venue, last_received_on desc, id desc) where venue <> 'own-court';
create index petition_venue_high on petition (high, venue, last_received_on desc, id desc) where venue <> 'own-court';
create index petition_venue_mid on petition (mid, venue, last_received_on desc, id desc) where venue <> 'own-court';
create index petition_venue_basic on petition (basic, venue, last_received_on desc, id desc) where venue <> 'own-court';

-- The petitions in sight whose petitioner has all of these keys of one kind: a name by its bigrams, a telephone, an identity number.
create function search_persons(of_kind smallint, of_keys bigint[], viewer uuid, most int)
  returns table (home int, id uuid)
  language sql stable security definer set search_path = public as $$
  with hit as (
    select m.home, m.stream from match_key m where m.kind = of_kind and m.key = any(of_keys)
    group by m.home, m.stream having count(distinct m.key) = cardinality(of_keys)
  )
  select p.home, p.id
  from hit join petition p on p.home = hit.home and p.id = hit.stream
  where cardinality(of_keys) > 0
    and p.seen_by @> array[nullif(current_setting('zx.court', true), '')::int]
    and not p.accused @> array[viewer]
  order by p.last_received_on desc, p.id desc
  limit most
$$;
alter function search_persons(smallint, bigint[], uuid, int) owner to zx_search;

-- Attachments: a fold of their histories, disposable. The matter is a contact or a petition of the same home; whoever sees it sees them.
create table attachment (
  home int not null,
  id uuid not null,
  version int not null,
  matter_kind text not null check (matter_kind in ('contact', 'petition')),
  matter uuid not null,
  name_sealed bytea not null,
  media_type text not null,
  size bigint not null check (size > 0),
  address text not null,
  plain_hash text not null,
  state text not null check (state in ('received', 'checked', 'refused')),
  reason text,
  withdrawn_because text,
  seen_by int[] not null,
  primary key (home, id)
);
create index attachment_matter on attachment (home, matter);
create index attachment_waiting on attachment (home, id) where state = 'received';

-- The wrapped key of each file stands here alone: without it neither content nor name can be read again. No history holds it, so it may be wrapped anew.
create table attachment_key (
  home int not null,
  id uuid not null,
  key_wrapped bytea not null,
  key_id text not null,
  primary key (home, id)
);

alter table attachment enable row level security;
alter table attachment force row level security;
create policy seen on attachment for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on attachment for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on attachment for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on attachment to zx_app;
grant select, insert, update, delete, truncate on attachment to zx_maintain;
grant select on attachment to zx_search;

alter table attachment_key enable row level security;
alter table attachment_key force row level security;
create policy added on attachment_key for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant insert on attachment_key to zx_app;
grant select, update on attachment_key to zx_maintain;
grant select on attachment_key to zx_search;

-- The attachments of matters in sight, with who added and who withdrew them, and when (scale rule 5: keys and envelopes are read through an owner function).
create function attachments_of(of_home int, of_matters uuid[])
  returns table (home int, id uuid, matter_kind text, matter uuid, name_sealed bytea, media_type text, size bigint, address text, state text, reason text,
    key_wrapped bytea, actor uuid, recorded_at timestamptz, occurred_on date, caused_by uuid, withdrawn_because text, withdrawn_by uuid, withdrawn_at timestamptz)
  language sql stable security definer set search_path = public rows 10 as $$
  select a.home, a.id, a.matter_kind, a.matter, a.name_sealed, a.media_type, a.size, a.address, a.state, a.reason,
    k.key_wrapped, e.actor, e.recorded_at, e.occurred_on, e.caused_by, a.withdrawn_because, w.actor, w.recorded_at
  from attachment a
    join attachment_key k on k.home = a.home and k.id = a.id
    join event e on e.home = a.home and e.stream = a.id and e.version = 1
    left join event w on a.withdrawn_because is not null and w.home = a.home and w.stream = a.id and w.type = 'attachment.withdrawn'
  where a.home = of_home and a.matter = any(of_matters)
    and a.seen_by @> array[nullif(current_setting('zx.court', true), '')::int]
  order by e.recorded_at, a.id
$$;
alter function attachments_of(int, uuid[]) owner to zx_search;

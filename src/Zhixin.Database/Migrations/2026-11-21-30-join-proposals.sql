-- Proposals that a contact of one court joins a petition of another. Big, by the home of the contact; a fold of the contact's history.
-- Only number, date and the reason stand here: the content of either side is not disclosed before the other court agrees.
create table join_proposal (
  home int not null,
  contact uuid not null,
  no int not null,
  number text not null,
  received_on date not null,
  petition_home int not null,
  petition uuid not null,
  petition_number text not null,
  court int not null,
  reason text not null,
  state text not null check (state in ('proposed', 'confirmed', 'refused')),
  answer text,
  seen_by int[] not null,
  primary key (home, contact, no)
);
create index join_proposal_waiting on join_proposal (court, home, contact, no) where state = 'proposed';
create index outbox_halves on outbox (topic, coalesce(try_at, not_before), home, id) where state = 'queued' and addressee is null;
create index outbox_own_halves on outbox (home, stream) where state = 'queued' and addressee is null;
alter table join_proposal enable row level security;
alter table join_proposal force row level security;
create policy seen on join_proposal for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on join_proposal for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on join_proposal for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on join_proposal to zx_app;
grant select, insert, update, delete, truncate on join_proposal to zx_maintain;
grant select on join_proposal to zx_search;

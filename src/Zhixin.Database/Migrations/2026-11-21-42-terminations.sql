-- Reports for termination, and where each waits. Big, by home; a fold of the petition's history.
create table termination (
  home int not null,
  stream uuid not null,
  no int not null,
  reporting int not null,
  decider int not null,
  court int not null,
  station text not null check (station in ('report', 'pass-up', 'file', 'answer-filing', 'correct', 'decide')),
  state text not null check (state in ('pending', 'ended', 'decided', 'returned', 'filing-returned', 'withdrawn', 'lapsed', 'reversed')),
  class text not null,
  ground text not null,
  reported_on date not null,
  since date not null,
  correction_due date,
  decided_on date,
  notice_on date,
  reversed_on date,
  barred uuid[] not null,
  seen_by int[] not null,
  primary key (home, stream, no)
);
create index termination_waiting on termination (court, since, home, stream, no) where state = 'pending';
create index termination_filed on termination (station, since, home, stream, no) where state = 'pending' and station in ('answer-filing', 'correct');
create index termination_of_decider on termination (decider, reported_on, home, stream, no);
alter table termination enable row level security;
alter table termination force row level security;
create policy seen on termination for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on termination for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on termination for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on termination to zx_app;
grant select, insert, update, delete, truncate on termination to zx_maintain;
grant select on termination to zx_search;

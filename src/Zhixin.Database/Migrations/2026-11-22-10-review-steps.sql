-- A step of a chain of procedures: an objection, a reconsideration, a supervision, and the clock that runs at the court that reviews. Big, by home; a fold of the
-- petition's history.
create table review_step (
  home int not null,
  stream uuid not null,
  no int not null,
  chain int not null,
  kind text not null check (kind in ('objection', 'reconsideration', 'supervision')),
  enforcing int not null,
  court int not null,
  high int,
  mid int,
  state text not null check (state in ('owed', 'review', 'unserved', 'over')),
  number text,
  applied_on date not null,
  filed_on date,
  ruled_on date,
  outcome text,
  due date,
  overdue_after date not null,
  barred uuid[] not null,
  seen_by int[] not null,
  primary key (home, stream, no)
);
create index review_step_waiting on review_step (court, overdue_after, home, stream, no) where state <> 'over';
create index review_step_mid on review_step (mid, overdue_after, home, stream, no) where state <> 'over';
create index review_step_high on review_step (high, overdue_after, home, stream, no) where state <> 'over';
create index review_step_late on review_step (overdue_after, home, stream, no) where state <> 'over';
alter table review_step enable row level security;
alter table review_step force row level security;
create policy seen on review_step for select using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]);
create policy added on review_step for insert with check (nullif(current_setting('zx.court', true), '')::int is not null);
create policy changed on review_step for update using (seen_by @> array[nullif(current_setting('zx.court', true), '')::int]) with check (nullif(current_setting('zx.court', true), '')::int is not null);
grant select, insert, update on review_step to zx_app;
grant select, insert, update, delete, truncate on review_step to zx_maintain;
grant select on review_step to zx_search;
comment on table review_step is 'big';
create trigger review_step_home before update of home on review_step for each row execute function refuse_change();

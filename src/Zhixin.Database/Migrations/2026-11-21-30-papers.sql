-- Issued papers: the sealed content of each beside the history, which holds its hash. No fold: a rebuild leaves it, verify compares it. Big, by the home of the
-- matter, which is a petition or another matter with a history of its own. Series and number stand in plain so that gaps are seen; nothing else does.
create table paper (
  home int not null,
  matter uuid not null,
  no int not null,
  court int not null,
  series text not null,
  year int not null,
  number int not null,
  sealed bytea not null,
  key_wrapped bytea not null,
  key_id text not null,
  primary key (home, matter, no)
);
create unique index paper_number on paper (home, court, series, year, number);

alter table paper enable row level security;
alter table paper force row level security;
create policy added on paper for insert with check (court = nullif(current_setting('zx.court', true), '')::int);
grant insert on paper to zx_app;
grant select, update on paper to zx_maintain;
grant select on paper to zx_search;

-- The content of a paper whose matter is in sight (scale rule 5: keys are read through an owner function).
create function paper_of(of_home int, of_matter uuid, of_no int) returns table (sealed bytea, key_wrapped bytea)
  language sql stable security definer set search_path = public rows 1 as $$
  select p.sealed, p.key_wrapped from stream s join paper p on p.home = s.home and p.matter = s.stream
  where s.home = of_home and s.stream = of_matter and p.no = of_no
    and s.seen_by @> array[nullif(current_setting('zx.court', true), '')::int]
$$;
alter function paper_of(int, uuid, int) owner to zx_search;

-- Matching and word search run past row security and apply the viewer's court inside (scale rule 6).
-- A match outside the viewer's sight discloses only court, number, date and stage.
create function match_petitions(of_kinds smallint[], of_keys bigint[], viewer uuid)
  returns table (home int, id uuid, kinds smallint[], in_sight boolean, number text, court int, received_on date, stage text)
  language sql stable security definer set search_path = public as $$
  with wanted as (select unnest(of_kinds) as kind, unnest(of_keys) as key),
  hit as (
    select m.home, m.stream, array_agg(distinct m.kind) as kinds
    from wanted w cross join lateral (select k.home, k.stream, k.kind from match_key k where k.kind = w.kind and k.key = w.key limit 300) m
    group by m.home, m.stream
  )
  select p.home, p.id, hit.kinds,
    p.seen_by @> array[nullif(current_setting('zx.court', true), '')::int] and not p.accused @> array[viewer],
    p.number, p.responsible, p.last_received_on, p.stage
  from hit join petition p on p.home = hit.home and p.id = hit.stream
  where p.stage not in ('merged', 'voided') and nullif(current_setting('zx.court', true), '') is not null
  order by cardinality(hit.kinds) desc, p.last_received_on desc, p.home, p.id
  limit 20
$$;
alter function match_petitions(smallint[], bigint[], uuid) owner to zx_search;

-- The petitions whose contacts contain a text, newest first. An empty list of words finds nothing. Planned anew for each text, because a
-- rare word is found through its index and a common one by walking from the newest. Two characters are one word: nothing to recheck.
create function search_texts(of_words int[], of_text text, viewer uuid, most int)
  returns table (home int, id uuid)
  language plpgsql stable security definer set search_path = public as $$
declare
  court int := nullif(current_setting('zx.court', true), '')::int;
begin
  if cardinality(of_words) = 0 or court is null then
    return;
  end if;
  return query execute
    'select c.petition_home, c.petition from contact c where c.words @> $1 and c.seen_by @> array[$2] and not c.accused @> array[$3] and c.petition is not null'
    || case when length(of_text) > 2 then ' and position($4 in lower(regexp_replace(c.summary || c.request, ''\s'', '''', ''g''))) > 0' else '' end
    || ' order by c.received_on desc, c.id desc limit $5'
    using of_words, court, viewer, of_text, most;
end
$$;
alter function search_texts(int[], text, uuid, int) owner to zx_search;

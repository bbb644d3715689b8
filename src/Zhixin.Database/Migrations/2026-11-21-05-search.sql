-- Matching and word search run past row security and apply the viewer's court inside (scale rule 6).
-- A match outside the viewer's sight discloses only court, number, date and stage.
create function match_petitions(of_kinds smallint[], of_keys bigint[], viewer uuid)
  returns table (home int, id uuid, kinds smallint[], in_sight boolean, number text, court int, received_on date, stage text)
  language sql stable security definer set search_path = public as $$
  with wanted as (select unnest(of_kinds) as kind, unnest(of_keys) as key),
  hit as (
    select m.home, m.stream, array_agg(distinct m.kind) as kinds
    from (select m.home, m.stream, m.kind from wanted w join match_key m on m.kind = w.kind and m.key = w.key limit 1000) m
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

-- The petitions whose contacts contain a text, newest first. An empty list of words finds nothing.
create function search_texts(of_words int[], of_text text, viewer uuid, most int)
  returns table (home int, id uuid)
  language plpgsql stable security definer set search_path = public as $$
begin
  if cardinality(of_words) = 0 then
    return;
  end if;
  return query
    select c.petition_home, c.petition
    from contact c
    where c.words @> of_words
      and c.seen_by @> array[nullif(current_setting('zx.court', true), '')::int]
      and not c.accused @> array[viewer]
      and c.petition is not null
      and lower(regexp_replace(c.summary || c.request, '\s', '', 'g')) like '%' || of_text || '%'
    order by c.received_on desc, c.id desc
    limit most;
end
$$;
alter function search_texts(int[], text, uuid, int) owner to zx_search;

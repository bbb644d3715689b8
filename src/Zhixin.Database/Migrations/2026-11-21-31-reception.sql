-- Receptions by appointment: a fold of the histories of petitions, disposable. barred is that of the petition; court is the one that receives, which a later transfer does not change.
create table appointment (
  home int not null,
  petition uuid not null,
  no int not null,
  petition_number text not null,
  court int not null,
  day date not null,
  from_time text not null,
  to_time text not null,
  room text not null,
  receiver uuid not null,
  receiver_name text not null,
  by_leader boolean not null,
  grounds text[] not null,
  agreed_with text,
  outside_hours text,
  state text not null check (state in ('booked', 'kept', 'missed', 'cancelled', 'transferred', 'lapsed')),
  outcome text,
  result text,
  opinion text,
  followed_by text,
  petitioners uuid[] not null,
  barred uuid[] not null,
  seen_by int[] not null,
  primary key (home, petition, no)
);
create index appointment_day on appointment (court, day, from_time, home, petition, no);
create index appointment_booked on appointment (home, court, day) where state = 'booked';

-- Bulletins: a fold of the histories of days and of longer periods, disposable. Seen by the issuing court, its superiors, and once issued the courts that they name.
-- A daily one stands here when it is issued; a periodic one from the end of its period on, whose last day is day.
create table bulletin (
  home int not null,
  id uuid not null,
  version int not null,
  kind text not null check (kind in ('daily', 'periodic')),
  day date not null,
  began_on date not null,
  state text not null check (state in ('owed', 'drafted', 'issued')),
  number text,
  issued_on date,
  courts int[] not null,
  read_by int[] not null,
  seen_by int[] not null,
  primary key (home, id)
);
create index bulletin_newest on bulletin (day desc, home, id desc);
create index bulletin_periodic on bulletin (home, day desc, id desc) where kind = 'periodic';

do $$
declare t text;
begin
  foreach t in array array['appointment', 'bulletin'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy seen on %I for select using (seen_by @> array[nullif(current_setting(''zx.court'', true), '''')::int])', t);
    execute format('create policy added on %I for insert with check (nullif(current_setting(''zx.court'', true), '''')::int is not null)', t);
    execute format('create policy changed on %I for update using (seen_by @> array[nullif(current_setting(''zx.court'', true), '''')::int]) with check (nullif(current_setting(''zx.court'', true), '''')::int is not null)', t);
    execute format('grant select, insert, update on %I to zx_app', t);
    execute format('grant select, insert, update, delete, truncate on %I to zx_maintain', t);
    execute format('grant select on %I to zx_search', t);
  end loop;
end
$$;

-- Refuses a reception whose person or room is taken. Asked inside the command, behind the lock of the home's book of receptions, so that of two who
-- book the same time at once the second is refused.
create function refuse_taken(of_home int, of_court int, of_petition uuid, of_no int, of_day date, begins text, ends text, of_receiver uuid, of_room text) returns void
  language plpgsql stable as $$
begin
  if exists (
    select from appointment a
    where a.home = of_home and a.court = of_court and a.day = of_day and a.state = 'booked' and a.from_time < ends and a.to_time > begins
      and (a.receiver = of_receiver or a.room = of_room) and (a.petition, a.no) <> (of_petition, of_no)) then
    raise exception 'the person or the room is taken' using errcode = 'ZX002';
  end if;
end
$$;

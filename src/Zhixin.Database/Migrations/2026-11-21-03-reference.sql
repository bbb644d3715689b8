-- Reference tables: small, the same everywhere. Changed only by administrators' events.
create table court (
  number int primary key,
  name text not null,
  level text not null,
  province text not null,
  parent int,
  code text,
  high int,
  mid int,
  basic int
);

-- A court's public contact card (SPC16-3(1)); edited by the court.
create table contact_card (
  court int primary key references court (number),
  postal_address text not null default '',
  reception_window text not null default '',
  hours text not null default '',
  phones text not null default '',
  report_phone text not null default '',
  web text not null default '',
  window_staff uuid,
  mail_staff uuid,
  changed_at timestamptz not null
);

create table unit (
  court int not null references court (number),
  id uuid not null,
  kind text not null,
  name text not null,
  primary key (court, id),
  unique (court, name)
);

create table staff (
  court int not null references court (number),
  id uuid not null,
  name text not null,
  unit text not null,
  posts text[] not null,
  active boolean not null,
  version int not null,
  primary key (court, id)
);
create index staff_name on staff (court, name);
create index staff_id on staff (id);

create table deputy (
  court int not null references court (number),
  id uuid not null,
  for_staff uuid not null,
  deputy uuid not null,
  acts text[] not null,
  from_day date not null,
  to_day date not null,
  primary key (court, id)
);
create index deputy_deputy on deputy (court, deputy);

-- Sign-in. Not events: secrets and counters.
create table account (
  id uuid primary key,
  user_name text not null unique,
  password_hash text not null,
  must_change boolean not null,
  security_stamp text not null,
  failed int not null,
  locked_until timestamptz,
  totp_secret bytea,
  court int not null,
  created_at timestamptz not null
);

create table bearer_key (
  hash bytea primary key,
  account uuid not null references account (id),
  name text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- Regulation packs: immutable versions by content, with their files.
create table pack_version (
  id text not null,
  version int not null,
  hash text not null,
  files jsonb not null,
  loaded_at timestamptz not null,
  primary key (id, version)
);

-- In force for a court and everything under it: proposed by one administrator, confirmed by another.
create table adoption (
  id uuid primary key,
  pack text not null,
  version int not null,
  hash text not null,
  court int not null,
  from_day date not null,
  until_day date,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  refused boolean not null default false,
  check (confirmed_by is null or confirmed_by <> proposed_by)
);

create table calendar_notice (
  year int not null,
  revision int not null,
  text text not null,
  proposed_by uuid not null,
  confirmed_by uuid,
  at timestamptz not null,
  primary key (year, revision)
);

-- What this installation is: a demo database is marked for good.
create table installation (
  one boolean primary key default true check (one),
  demo boolean not null,
  created_at timestamptz not null,
  version text not null,
  master_key_id text not null
);
create function keep_demo() returns trigger language plpgsql as $$
begin
  if old.demo and (tg_op = 'DELETE' or not new.demo) then
    raise exception 'a demo database stays one' using errcode = 'ZX002';
  end if;
  return new;
end
$$;
create trigger installation_demo before update or delete on installation for each row execute function keep_demo();

create table data_protection_key (
  name text primary key,
  sealed bytea not null
);

create table saved_view (
  staff uuid not null,
  name text not null,
  query text not null,
  primary key (staff, name)
);

create table draft (
  staff uuid not null,
  form text not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (staff, form)
);

grant select on all tables in schema public to zx_app, zx_maintain;
revoke select on event from zx_app;
grant insert, update on contact_card, unit, staff, deputy, account, bearer_key, adoption, installation to zx_app;
grant insert, update, delete on saved_view, draft, data_protection_key to zx_app;
grant insert on pack_version, calendar_notice, court to zx_app;
grant update (confirmed_by) on calendar_notice to zx_app;
grant select on court, staff to zx_search;

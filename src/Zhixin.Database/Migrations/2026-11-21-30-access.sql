-- A row of an import is settled once, whoever comes first.
create function refuse_settled() returns trigger language plpgsql as $$
begin
  raise exception 'row % of import % is settled', old.row, old.batch using errcode = 'ZX409';
end
$$;
create trigger import_row_settled_once before update on import_row for each row when (old.state <> 'waiting') execute function refuse_settled();

-- Keys for other systems: each acts as one person, with some of that person's posts, until a day; shown once, kept as a hash.
alter table bearer_key add column id uuid not null default gen_random_uuid();
alter table bearer_key alter column id drop default;
alter table bearer_key add constraint bearer_key_id unique (id);
alter table bearer_key add column posts text[];
alter table bearer_key add column expires_at timestamptz;
alter table bearer_key add column created_by uuid;
alter table bearer_key add column revoked_by uuid;

-- A one-time code is good once: the step of the last one that was accepted.
alter table account add column totp_step bigint not null default 0;

-- Kept answers are forgotten after their time by a job, which looks for them by age.
create index idempotency_age on idempotency (recorded_at);
grant delete on idempotency, outbox to zx_maintain;

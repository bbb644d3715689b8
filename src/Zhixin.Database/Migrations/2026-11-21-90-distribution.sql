-- How each table is distributed on a cluster, as its comment: big (by home), reference (the same everywhere) or local. Read by a lint.
comment on table event is 'big append-only';
comment on table access_log is 'big append-only';
comment on table claim is 'big append-only';
comment on table stream is 'big';
comment on table sight is 'big';
comment on table idempotency is 'big';
comment on table number_series is 'big';
comment on table outbox is 'big';
comment on table person is 'big';
comment on table contact is 'big';
comment on table petition is 'big';
comment on table obligation is 'big';
comment on table match_key is 'big';
comment on table import_batch is 'big';
comment on table import_row is 'big';
comment on table attachment is 'big';
comment on table attachment_key is 'big';
comment on table join_proposal is 'big';
comment on table paper is 'big';
comment on table approval is 'big';
comment on table hop is 'big';
comment on table write_off is 'big';
comment on table termination is 'big';
comment on table appointment is 'big';
comment on table bulletin is 'big';
comment on table supervision is 'big';
comment on table platform_item is 'big';
comment on table enforcement_case is 'big';
comment on table report is 'big';
comment on table court is 'reference';
comment on table contact_card is 'reference';
comment on table unit is 'reference';
comment on table staff is 'reference';
comment on table deputy is 'reference';
comment on table account is 'reference';
comment on table bearer_key is 'reference';
comment on table pack_version is 'reference';
comment on table adoption is 'reference';
comment on table calendar_notice is 'reference';
comment on table migration is 'local';
comment on table installation is 'local';
comment on table data_protection_key is 'local';
comment on table saved_view is 'local';
comment on table draft is 'local';

create trigger claim_no_truncate before truncate on claim for each statement execute function refuse_change();

-- A row never changes its home. The trigger costs nothing where an update does not name the column.
do $$
declare t text;
begin
  foreach t in array array['stream', 'sight', 'idempotency', 'number_series', 'outbox', 'person', 'contact', 'petition', 'obligation', 'match_key', 'import_batch', 'import_row', 'attachment', 'attachment_key', 'join_proposal', 'approval', 'hop', 'write_off', 'termination', 'paper', 'appointment', 'bulletin', 'supervision', 'platform_item', 'enforcement_case', 'report'] loop
    execute format('create trigger %I before update of home on %I for each row execute function refuse_change()', t || '_home', t);
  end loop;
end
$$;

-- Functions that pass row security look nowhere else, temporary tables last, and only the role that runs may call them.
do $$
declare f regprocedure;
begin
  for f in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and prosecdef loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to zx_app', f);
  end loop;
end
$$;

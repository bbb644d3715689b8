-- Imports: what a rejected or imported row was called, which contact it is, and how a waiting row was settled.
alter table import_row add column contact_fingerprint bytea;
alter table import_row add column settled_by uuid;
alter table import_row add column settled_at timestamptz;
alter table import_row add column settled_reason text;
create index import_row_contact on import_row (home, contact_fingerprint) where contact_fingerprint is not null;

-- The ledger's lists, each read from its end on one index, for a viewer of any level.
create index petition_newest on petition (last_received_on desc, id desc);
create index petition_newest_high on petition (high, last_received_on desc, id desc);
create index petition_newest_mid on petition (mid, last_received_on desc, id desc);
create index petition_newest_basic on petition (basic, last_received_on desc, id desc);
create index petition_due on petition (next_due, id) where next_due is not null;
create index petition_due_high on petition (high, next_due, id) where next_due is not null;
create index petition_due_mid on petition (mid, next_due, id) where next_due is not null;
create index petition_due_basic on petition (basic, next_due, id) where next_due is not null;
create index petition_cause_high on petition (high, cause, last_received_on desc, id desc) where cause is not null;
create index petition_cause_mid on petition (mid, cause, last_received_on desc, id desc) where cause is not null;
create index petition_venue_high on petition (high, venue, last_received_on desc, id desc);
create index petition_venue_mid on petition (mid, venue, last_received_on desc, id desc);

namespace Zhixin.Database.Tests.Scale;

/// <summary>A rule on the catalogue of a migrated database: its query names whatever breaks it, one line each.</summary>
/// <param name="Planted">What breaks it, tried in a transaction that is rolled back.</param>
public sealed record CatalogueRule(string Name, string Sql, params string[] Planted);

/// <summary>Schema rules 1 to 6, so that the tables can be distributed by home as they stand.</summary>
public static class CatalogueRules
{
    /// <summary>How a table is distributed: the first word of its comment.</summary>
    private const string Tables =
        """
        with t as (
          select c.oid, c.relname as name, coalesce(obj_description(c.oid), '') as declared,
            coalesce(obj_description(c.oid) like 'big%', false) as big, coalesce(obj_description(c.oid) = 'big append-only', false) as append_only
          from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        )
        """;

    /// <summary>The roles of the software; the owner is none of them.</summary>
    private const string Roles = "(values ('zx_app'), ('zx_search'), ('zx_maintain')) as role(name)";

    /// <summary>The only functions that pass row security.</summary>
    private const string Definers = "('history_of', 'match_petitions', 'search_texts', 'search_persons', 'read_access_log', 'access_targets', 'access_numbered', 'attachments_of', 'paper_of', 'listed_public', 'supervision_running')";

    private const string Court = @"\(NULLIF\(current_setting\(''zx\.court''::text, true\), ''''::text\)\)::integer";

    public static IReadOnlyList<CatalogueRule> All { get; } =
    [
        new("Every table is declared big, reference or local",
            $"{Tables} select name from t where declared not in ('big', 'big append-only', 'reference', 'local')",
            "create table planted (home int not null, primary key (home))",
            "comment on table petition is 'large'"),
        new("A big table has home int4 not null",
            $"""
            {Tables} select name from t where big and not exists (
              select from pg_attribute a where a.attrelid = t.oid and a.attname = 'home' and a.atttypid = 'int4'::regtype and a.attnotnull)
            """,
            "create table planted (home bigint not null, primary key (home)); comment on table planted is 'big'",
            "alter table saved_view add column home int; comment on table saved_view is 'big'"),
        new("A big table has a primary key, and home stands first in it and in every unique index",
            $"""
            {Tables} select name || ' ' || coalesce(i.indexrelid::regclass::text, 'without primary key')
            from t left join pg_index i on i.indrelid = t.oid and (i.indisprimary or i.indisunique or i.indisexclusion)
            where big and (i.indexrelid is null or (select attname from pg_attribute where attrelid = t.oid and attnum = i.indkey[0]) is distinct from 'home'
              or not exists (select from pg_index k where k.indrelid = t.oid and k.indisprimary))
            """,
            "create unique index planted on petition (number)",
            "create unique index planted on petition ((home + 0), id)",
            "alter table petition drop constraint petition_pkey",
            "create table planted (id uuid primary key, home int not null); comment on table planted is 'big'"),
        new("A foreign key goes from big to the same home or to reference, from reference to reference",
            $"""
            {Tables} select k.conrelid::regclass || ' ' || k.conname from pg_constraint k join t f on f.oid = k.conrelid join t r on r.oid = k.confrelid
            where k.contype = 'f' and not (
              (f.big and r.big and 'home' = (select attname from pg_attribute where attrelid = f.oid and attnum = k.conkey[1])
                and 'home' = (select attname from pg_attribute where attrelid = r.oid and attnum = k.confkey[1]))
              or (not r.big and r.declared in ('reference', f.declared)))
            """,
            "alter table obligation add constraint planted foreign key (stream, home) references stream (stream, home)",
            "alter table contact add constraint planted foreign key (petition_home, petition) references petition (home, id)",
            "alter table deputy add constraint planted foreign key (court, id) references petition (home, id)",
            "alter table staff add constraint planted foreign key (id, name) references saved_view (staff, name)"),
        new("No key is deferrable, and none sets null or a default",
            """
            select conrelid::regclass || ' ' || conname from pg_constraint
            where connamespace = 'public'::regnamespace and (condeferrable or confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))
            """,
            "alter table unit add constraint planted unique (id) deferrable",
            "alter table deputy add constraint planted foreign key (court) references court (number) on delete set null",
            "alter table deputy add constraint planted foreign key (court) references court (number) deferrable initially deferred"),
        new("There is no sequence, identity or serial",
            """
            select oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
            union all select attrelid::regclass || '.' || attname from pg_attribute where attidentity <> '' and attrelid >= 16384
            """,
            "create sequence planted",
            "alter table court add column planted serial",
            "alter table court add column planted int generated always as identity"),
        new("No default of a big or reference table calls a function",
            $"""
            {Tables} select name || ' ' || pg_get_expr(d.adbin, d.adrelid) from t join pg_attrdef d on d.adrelid = t.oid
            where declared <> 'local' and pg_get_expr(d.adbin, d.adrelid) ~ '\('
            """,
            "alter table petition add column planted timestamptz default now()",
            "alter table staff alter column id set default gen_random_uuid()"),
        new("The home of a row that may be updated is held by a trigger that denies",
            $"""
            {Tables} select name from t where big and not append_only and not exists (
              select from pg_trigger g join pg_attribute a on a.attrelid = t.oid and a.attname = 'home'
              where g.tgrelid = t.oid and g.tgfoid = 'refuse_change'::regproc and g.tgenabled <> 'D' and g.tgtype & 19 = 19 and a.attnum = any (g.tgattr))
            """,
            "drop trigger petition_home on petition",
            "alter table petition disable trigger petition_home"),
        new("What is append-only denies update, delete and truncate by triggers",
            $"""
            {Tables} select name || ' ' || need.type from t, (values (1 | 2 | 16, 'update'), (1 | 2 | 8, 'delete'), (2 | 32, 'truncate')) as need(bits, type)
            where append_only and not exists (
              select from pg_trigger g where g.tgrelid = t.oid and g.tgfoid = 'refuse_change'::regproc and g.tgenabled <> 'D'
                and g.tgtype & need.bits = need.bits and g.tgattr = '' and g.tgqual is null)
            """,
            "drop trigger claim_no_truncate on claim",
            "alter table event disable trigger event_append_only",
            "drop trigger event_append_only on event; create trigger event_append_only before update or delete on event for each row when (old.version > 1) execute function refuse_change()"),
        new("What is append-only grants nobody a change",
            $"""
            {Tables} select t.name || ' ' || role.name from t, {Roles} where append_only
              and (has_table_privilege(role.name, t.oid, 'update, delete, truncate, trigger, references') or has_any_column_privilege(role.name, t.oid, 'update'))
            """,
            "grant update on event to zx_app",
            "grant update (body) on event to zx_maintain",
            "grant truncate on claim to zx_search",
            "grant delete on access_log to public"),
        new("Triggers only deny",
            """
            select g.tgrelid::regclass || ' ' || g.tgname from pg_trigger g join pg_proc f on f.oid = g.tgfoid
            where not g.tgisinternal and f.proname not in ('refuse_change', 'keep_demo', 'refuse_settled')
            union all select ev_class::regclass || ' ' || rulename from pg_rewrite where ev_class >= 16384
            """,
            "create function planted() returns trigger language plpgsql as 'begin insert into claim values (1); return new; end'; create trigger planted after insert on contact for each row execute function planted()",
            "create rule planted as on update to petition do instead nothing"),
        new("Row security is on and forced on every big table, and nowhere else",
            $"{Tables} select name from t join pg_class c on c.oid = t.oid where case when big then not (c.relrowsecurity and c.relforcerowsecurity) else c.relrowsecurity end",
            "alter table petition disable row level security",
            "alter table petition no force row level security",
            "alter table staff enable row level security"),
        new("A policy compares with the one court of the transaction, without subquery and function of its own",
            $"""
            {Tables}, shape as (
              select p.polrelid, p.polname, p.polpermissive, e.text from pg_policy p, lateral (
                values (pg_get_expr(p.polqual, p.polrelid)), (pg_get_expr(p.polwithcheck, p.polrelid))) as e(text) where e.text is not null
            )
            select polrelid::regclass || ' ' || polname || ' ' || text from shape
            where not polpermissive or text !~ '^\((seen_by @> ARRAY\[{Court}\]|(actor_)?court = {Court}|{Court} IS NOT NULL)\)$'
            """,
            "create policy planted on petition using (true)",
            "create policy planted on petition using (home in (select court from sight))",
            "create policy planted on petition using (seen_by @> array[zx_court()])",
            "create policy planted on petition using (home = any (string_to_array(current_setting('zx.courts', true), ',')::int[]))",
            "create policy planted on petition using (seen_by @> array[current_setting('zx.court')::int])"),
        new("A big row that changes carries seen_by int[] not null",
            $"""
            {Tables} select name from t where big and not append_only and name not in ('sight', 'idempotency', 'number_series', 'match_key', 'attachment_key', 'paper')
              and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'seen_by' and a.atttypid = 'int4[]'::regtype and a.attnotnull)
            """,
            "alter table outbox alter column seen_by drop not null",
            "create table planted (home int not null primary key); comment on table planted is 'big'"),
        new("Only the listed functions pass row security; they belong to the role for it and look nowhere else",
            $"""
            select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and not coalesce(
              proname in {Definers} and proowner = 'zx_search'::regrole and proconfig = array['search_path=pg_catalog, public, pg_temp'] and provolatile = 's', false)
            """,
            "create function planted() returns bigint language sql security definer set search_path = pg_catalog, public, pg_temp as 'select count(*) from petition'",
            "alter function history_of owner to current_user",
            "alter function history_of set search_path = public",
            "alter function history_of reset all"),
        new("A function that passes row security applies the court of the transaction; what everybody may read has none",
            """
            select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
              and proname <> 'listed_public' and prosrc !~ 'nullif\(current_setting\(''zx\.court'', true\), ''''\)'
            """,
            "create or replace function history_of(of_home int, of_stream uuid) returns setof event language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 20 as 'select * from event where home = of_home and stream = of_stream'"),
        new("Only the role that runs may call what passes row security",
            """
            select f.oid::regprocedure || ' ' || coalesce(r.rolname, 'public') from pg_proc f, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a
              left join pg_roles r on r.oid = a.grantee
            where f.pronamespace = 'public'::regnamespace and f.prosecdef and a.grantee <> f.proowner and r.rolname is distinct from 'zx_app'
            """,
            "grant execute on function history_of to public",
            "grant execute on function match_petitions to zx_maintain"),
        new("Row security is passed by search and maintenance alone, and the role that runs is nothing else",
            $"""
            select rolname || ' bypasses' from pg_roles where rolname in (select name from {Roles}) and (rolbypassrls <> (rolname in ('zx_search', 'zx_maintain')))
            union all select rolname || ' is more' from pg_roles where rolname in (select name from {Roles}) and (rolsuper or rolcreaterole or rolcreatedb or rolcanlogin or rolreplication)
            union all select m.member::regrole || ' in ' || m.roleid::regrole from pg_auth_members m where m.member in (select name::regrole from {Roles})
            union all select oid::regclass || ' is owned' from pg_class where relowner in (select name::regrole from {Roles})
            union all select role.name || ' creates' from {Roles} where has_schema_privilege(role.name, 'public', 'create')
            """,
            "alter role zx_app bypassrls",
            "alter role zx_search nobypassrls",
            "grant zx_maintain to zx_app",
            "alter table petition owner to zx_maintain",
            "grant create on schema public to zx_app"),
        new("The role that runs never reads the events themselves, nor the hashes that match",
            "select t from (values ('event'), ('match_key')) as v(t) where has_table_privilege('zx_app', t, 'select') or has_any_column_privilege('zx_app', t, 'select')",
            "grant select on event to zx_app",
            "grant select (key) on match_key to zx_app"),
        new("Only deleting what is no history is granted to the role that runs",
            $"""
            {Tables} select name from t where big and name not in ('sight', 'idempotency') and has_table_privilege('zx_app', t.oid, 'delete')
            union all select name from t where has_table_privilege('zx_app', t.oid, 'truncate, trigger, references')
            """,
            "grant delete on petition to zx_app",
            "grant truncate on draft to zx_app"),
    ];
}

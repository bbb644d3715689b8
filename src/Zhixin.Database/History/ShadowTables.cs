using Npgsql;

namespace Zhixin.Database.History;

/// <summary>
/// Tables beside the read tables, filled by a rebuild and then put in their place with the same indexes, policies and grants. Works as the
/// schema's owner: until the swap a shadow has no row security, so the owner may fill it.
/// </summary>
public sealed class ShadowTables(NpgsqlConnection owner)
{
    /// <summary>What a rebuild makes anew.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["contact", "join_proposal", "petition", "obligation", "approval", "hop", "write_off", "termination", "review_step", "sight", "match_key", "attachment", "appointment", "bulletin", "supervision", "platform_item", "enforcement_case", "report"];

    /// <summary>Which version of every stream stands in the shadows: it tells what moved since.</summary>
    public const string Heads = "rebuilt_head";

    /// <summary>The shadow of a table.</summary>
    public static string Of(string table) => table + "_rebuilt";

    /// <summary>Makes empty shadows without indexes; those of a rebuild that was broken off go.</summary>
    public async Task Make(CancellationToken stop)
    {
        foreach (var table in Names)
        {
            await Run($"drop table if exists {Of(table)}", stop);
            await Run($"create table {Of(table)} (like {table} including all excluding indexes)", stop);
            await Run($"alter table {Of(table)} set (autovacuum_enabled = off)", stop);
        }

        await Run($"drop table if exists {Heads}", stop);
        await Run($"create unlogged table {Heads} (home int not null, stream uuid not null, version int not null)", stop);
        await Run($"grant select on {Heads} to zx_maintain", stop);
        await Run($"grant select, insert on {Of("match_key")} to zx_maintain", stop);
    }

    /// <summary>Makes the indexes when the rows are there, on all cores: the largest first, as they stand on the tables in use.</summary>
    /// <param name="owners">Opens further connections of the owner.</param>
    public async Task Index(NpgsqlDataSource owners, CancellationToken stop)
    {
        var names = string.Join(", ", Names.Select(name => $"'{name}'::regclass"));
        var indexes = await Texts($"select pg_get_indexdef(indexrelid) from pg_index where indrelid in ({names}) order by pg_relation_size(indexrelid) desc, indexrelid", stop);
        var several = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop };
        await Parallel.ForEachAsync(indexes.Select(Shadowed).Append($"create unique index {Heads}_pkey on {Heads} (home, stream)"), several, async (index, cancelled) =>
        {
            await using var connection = await owners.OpenConnectionAsync(cancelled);
            await Run(connection, "set maintenance_work_mem = '512MB'", cancelled);
            await Run(connection, index, cancelled);
        });
        foreach (var table in Names)
        {
            await Run($"alter table {Of(table)} add constraint {Of(table)}_pkey primary key using index {Of(table)}_pkey", stop);
            await Run($"alter table {Of(table)} reset (autovacuum_enabled)", stop);
            await Run($"analyze {Of(table)}", stop);
        }

        await Run($"analyze {Heads}", stop);
    }

    /// <summary>An index of a table, on its shadow.</summary>
    private static string Shadowed(string index) => Names.Aggregate(index, (made, table) => made
        .Replace($" ON public.{table} ", $" ON public.{Of(table)} ", StringComparison.Ordinal)
        .Replace($"INDEX {table}_", $"INDEX {Of(table)}_", StringComparison.Ordinal));

    /// <summary>Puts the shadows in place. The caller's transaction makes it one step.</summary>
    public async Task Swap(CancellationToken stop)
    {
        foreach (var table in Names)
        {
            await Guard(table, stop);
            var indexes = await Texts($"select indexrelid::regclass::text from pg_index where indrelid = '{Of(table)}'::regclass order by 1", stop);
            await Run($"drop table {table}", stop);
            await Run($"alter table {Of(table)} rename to {table}", stop);
            foreach (var index in indexes)
            {
                await Run($"alter index {index} rename to {table}{index[Of(table).Length..]}", stop);
            }
        }

        await Run($"drop table {Heads}", stop);
    }

    /// <summary>Policies, triggers, grants and the comment, read from the table that goes.</summary>
    private async Task Guard(string table, CancellationToken stop)
    {
        await Run($"alter table {Of(table)} enable row level security", stop);
        await Run($"alter table {Of(table)} force row level security", stop);
        foreach (var policy in await Texts(
            $"""
            select format('create policy %I on {Of(table)} as %s for %s to %s', policyname, permissive, cmd, array_to_string(roles, ', '))
              || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
            from pg_policies where schemaname = 'public' and tablename = '{table}' order by policyname
            """, stop))
        {
            await Run(policy, stop);
        }

        foreach (var trigger in await Texts($"select pg_get_triggerdef(oid) from pg_trigger where tgrelid = '{table}'::regclass and not tgisinternal order by tgname", stop))
        {
            await Run(trigger.Replace($" ON public.{table} ", $" ON public.{Of(table)} ", StringComparison.Ordinal), stop);
        }

        foreach (var comment in await Texts($"select format('comment on table {Of(table)} is %L', obj_description('{table}'::regclass))", stop))
        {
            await Run(comment, stop);
        }

        foreach (var grant in await Texts(
            $"""
            select format('grant %s on {Of(table)} to %I', string_agg(distinct a.privilege_type, ', '), r.rolname)
            from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
            where c.oid = '{table}'::regclass and a.grantee <> c.relowner group by r.rolname order by r.rolname
            """, stop))
        {
            await Run(grant, stop);
        }
    }

    private async Task<string> Key(string table, CancellationToken stop) => (await Texts(
        $"""
        select string_agg(quote_ident(a.attname), ', ' order by k.n)
        from pg_index i, unnest(i.indkey) with ordinality as k(att, n) join pg_attribute a on a.attnum = k.att
        where i.indrelid = '{table}'::regclass and i.indisprimary and a.attrelid = i.indrelid
        """, stop)).Single();

    private async Task<List<string>> Texts(string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await Db.Rows<string>(reader, stop);
    }

    private Task Run(string sql, CancellationToken stop) => Run(owner, sql, stop);

    private static async Task Run(NpgsqlConnection owner, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(stop);
    }
}

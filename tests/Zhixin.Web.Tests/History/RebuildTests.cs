using Zhixin.Database.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.History;

public sealed class RebuildTests(WebDatabase database)
{
    private const string Catalogue =
        """
        select string_agg(line, E'\n' order by line) from (
          select indexdef as line from pg_indexes where schemaname = 'public'
          union all select format('%s %s %s %s %s %s %s', tablename, policyname, permissive, roles, cmd, qual, with_check) from pg_policies
          union all select format('%s %s %s %s %s', relname, relowner, relrowsecurity, relforcerowsecurity, (select array_agg(a::text order by a::text) from unnest(relacl) a))
            from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          union all select format('%s %s', t.tgname, pg_get_triggerdef(t.oid)) from pg_trigger t where not t.tgisinternal
          union all select format('%s %s', c.oid::regclass, obj_description(c.oid)) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
        ) lines
        """;

    [Fact]
    public async Task Damaged_read_tables_are_made_anew_with_their_indexes_policies_and_grants()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Run(app);
        var catalogue = await Text(app);
        await Matter.Tamper(app, "update petition set stage = 'voided'; delete from obligation; delete from sight; delete from match_key; update contact set summary = ''");
        (await Matter.Verify(app)).First.ShouldNotBeNull();

        await Rebuild(app);

        (await Matter.Verify(app)).First.ShouldBeNull();
        (await Text(app)).ShouldBe(catalogue);
        await Matter.Register(await app.SignIn("clerk"), "后来人");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task Registrations_during_a_rebuild_are_neither_lost_nor_refused()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Run(app);
        var clerk = await app.SignIn("clerk");
        using var done = new CancellationTokenSource();
        var registering = Task.Run(
            async () =>
            {
                var count = 0;
                while (!done.IsCancellationRequested)
                {
                    await Matter.Register(clerk, "来访人" + count++);
                    await clerk.Open("/");
                }

                return count;
            },
            TestContext.Current.CancellationToken);

        await Rebuild(app);
        await Rebuild(app);
        await done.CancelAsync();

        (await registering).ShouldBeGreaterThan(0);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    internal static Task<Rebuilt> Rebuild(TestApp app) =>
        new Rebuilder(app.Office.Db, app.Connection, app.Office.Rows, app.Office.Vault, app.Clock).Run(TestContext.Current.CancellationToken);

    private static async Task<string> Text(TestApp app) =>
        (await app.Office.Db.Maintenance<string>(Catalogue, [], TestContext.Current.CancellationToken)).Single();
}

using System.Globalization;
using Npgsql;
using Zhixin.Benchmarks.Filling;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Tests.Shared;
using FactAttribute = Xunit.FactAttribute;

namespace Zhixin.Web.Tests.Filling;

/// <summary>The benchmark's database is filled past the desks; these tests hold that nothing in it differs from what the desks write.</summary>
public sealed class BulkPathTests(WebDatabase database)
{
    private const int Count = 120;
    private static readonly DateOnly Today = new(2026, 2, 12);

    [Fact]
    public async Task The_bulk_path_writes_the_same_rows_as_the_acts_in_every_table()
    {
        await using var app = await Start();
        var matters = Matters(app.Office.Files.Courts);
        foreach (var matter in matters)
        {
            await Act(app, matter);
        }

        await using var bulk = await Bulk(app, matters);
        foreach (var table in BulkTables.All.Keys.Except(["supervision"]).Append("number_series"))
        {
            var written = await Rows(app.Connection, table);
            written.ShouldNotBeEmpty(table);
            (await Rows(bulk.Connection, table)).ShouldBe(written, table);
        }
    }

    [Fact]
    public async Task A_bulk_filled_database_is_verified_clean_and_its_indexes_are_all_there_again()
    {
        await using var app = await Start();
        var before = await Indexes(app.Connection);
        await new Fill(app.Office, app.Connection, new Country(app.Office.Files.Courts), TextWriter.Null).Run(300);
        var verification = await new Verifier(app.Office.Db, app.Office.Law.Now, app.Office.Rows, app.Office.Vault, app.Clock).Run(VerificationDepth.Everything, default);
        verification.First.ShouldBeNull();
        verification.Events.ShouldBeGreaterThan(300 * 5);
        (await Rows(app.Connection, "supervision")).Count.ShouldBeGreaterThan(20);
        (await Indexes(app.Connection)).ShouldBe(before);
    }

    [Fact]
    public void The_invented_matters_show_every_act_and_every_level_of_court()
    {
        var courts = CourtDirectory.Parse("courts/directory.csv", File.ReadAllText(Path.Combine(Database.Setup.DataFiles.Root, "courts/directory.csv")));
        var inventor = new Inventor(new Country(courts), 5000, Today, 1);
        var all = Enumerable.Range(0, 5000).Select(n => (inventor.Court(n).Court, Matter: inventor.Of(n))).ToList();
        all.Select(m => m.Court.Level).Distinct().Count().ShouldBe(4);
        all.Count(m => m.Matter.VoidedAt is not null).ShouldBeGreaterThan(4000);
        all.ShouldContain(m => m.Matter.Again != null);
        all.ShouldContain(m => m.Matter.AssignedAt != null && m.Matter.AcknowledgedAt == null);
        all.Count(m => m.Court.Name == Country.Basic).ShouldBeInRange(50, 500);
    }

    /// <summary>The youngest matters, where everything happens, and some old ones that are over.</summary>
    private static List<Matter> Matters(CourtDirectory courts)
    {
        var inventor = new Inventor(new Country(courts), 3000, Today, 7);
        return [.. Enumerable.Range(0, 20).Concat(Enumerable.Range(3000 - Count + 20, Count - 20)).Select(n => inventor.Of(n)).Where(m => m.RegisteredAt.Date < Today.AddDays(-2).ToDateTime(default))];
    }

    private static async Task Act(TestApp app, Matter matter)
    {
        var office = app.Office;
        var receipt = await Register(app, matter, matter.Form, matter.RegisteredAt, null);
        var petition = new StreamId(receipt.Home, receipt.Petition);
        if (matter.AssignedAt is { } assigned)
        {
            var handler = new Candidate(matter.Handler.Id, matter.Handler.Name, matter.Handler.Court, true, matter.Handler.Posts);
            await Do(app, matter.Head, "assign", petition, assigned, p => Assigning.Decide(new Assign(handler, [], null), p, null, actorIsUnitHead: true));
        }

        if (matter.AcknowledgedAt is { } acknowledged)
        {
            await Do(app, matter.Handler, "acknowledge", petition, acknowledged, p => Assigning.Acknowledge(p, matter.Handler.Id, ChinaDate.Of(acknowledged), office.Today));
        }

        if (matter.Again is var (at, form))
        {
            (await Register(app, matter, form, at, petition)).Joined.ShouldBeTrue();
        }

        if (matter.ObjectedAt is { } objected)
        {
            await Do(app, matter.Clerk, "receive-objection", petition, objected, p => Converting.Receive(p, Matter.Objection(ChinaDate.Of(objected), office.Law.Now.Court(receipt.Home)), office.Today));
        }

        if (matter.VoidedAt is { } voided)
        {
            await Do(app, matter.Head, "void", petition, voided, p => LifeCycle.Void(p, Matter.Voiding));
        }
    }

    private static async Task<Receipt> Register(TestApp app, Matter matter, RegistrationForm form, DateTimeOffset at, StreamId? join)
    {
        app.Clock.Now = at;
        var draft = Registering.Read(form, matter.Case, at.ToOffset(ChinaDate.Offset).DateTime, WorkCalendar.First).Draft.ShouldNotBeNull();
        var answer = await app.Office.Registrations.Register(matter.Clerk, new Registration(draft, join, join is null ? null : Matter.Same, null, null, null), default);
        return answer.ShouldBeOfType<Answer<Receipt>.Given>().Value;
    }

    private static async Task Do(TestApp app, ActingPerson who, string act, StreamId petition, DateTimeOffset at, Func<Zhixin.Petitions.Petition, Decision<object>> decide)
    {
        app.Clock.Now = at;
        var answer = await app.Office.Petitions.Do(who, new PetitionAct(act, petition, null, ChinaDate.Of(at), null), decide, default);
        answer.ShouldBeOfType<Answer<PetitionAnswer>.Given>();
    }

    /// <summary>With the clocks of GC21 running in every court.</summary>
    private async Task<TestApp> Start()
    {
        var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Adopt("GC21", "中华人民共和国最高人民法院", new DateOnly(2021, 1, 1));
        await app.Adopt("HNI", "中华人民共和国最高人民法院", new DateOnly(2021, 1, 1));
        return app;
    }

    /// <summary>Another database with the same law, filled past the desks with the ids that the acts made.</summary>
    private async Task<TestApp> Bulk(TestApp acts, List<Matter> matters)
    {
        var bulk = await Start();
        var ids = await ActedIds.Read(acts);
        var (buffer, numbers) = (new BulkBuffer(), new Numbering());
        var teller = new MatterTeller(bulk.Office.Law.Now, bulk.Office.Rows, acts.Office.Vault, ids, numbers, buffer);
        matters.ForEach(teller.Tell);
        await using var connection = new NpgsqlConnection(bulk.Connection);
        await connection.OpenAsync();
        var load = new BulkLoad(connection);
        await load.Write(buffer);
        await load.Write(numbers);
        return bulk;
    }

    private static async Task<List<string>> Rows(string connection, string table) => await Read(
        connection, table == "petition" || table == "contact" ? $"select to_jsonb(t)::text from {table} t order by 1" : $"select t::text from {table} t order by 1");

    private static Task<List<string>> Indexes(string connection) => Read(
        connection, "select indexdef from pg_indexes where schemaname = 'public' union all select conname || pg_get_constraintdef(oid) from pg_constraint where contype = 'p' order by 1");

    private static async Task<List<string>> Read(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.GetValue(0)}"));
        }

        return rows;
    }
}

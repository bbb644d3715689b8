using Zhixin.Database.Petitions;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Jobs;

/// <summary>Received on Thursday 2026-02-12: two days, rolled over the Spring Festival to 2026-02-14, a make-up Saturday.</summary>
public sealed class DeadlineTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public async Task On_the_last_day_nothing_is_deemed()
    {
        await using var app = await Registered();
        app.Clock.Now = new DateTimeOffset(2026, 2, 14, 23, 59, 59, TimeSpan.FromHours(8));

        (await app.Office.Deadlines.Run(Stop)).ShouldBe(0);
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public async Task The_day_after_receipt_is_deemed_on_the_last_day_and_opens_the_next_clocks_from_there()
    {
        await using var app = await Registered();
        app.Clock.Now = new DateTimeOffset(2026, 2, 15, 0, 0, 0, TimeSpan.FromHours(8));

        (await app.Office.Deadlines.Run(Stop)).ShouldBe(1);

        var deemed = (await Events(app)).Single();
        deemed.OccurredOn.ShouldBe(new DateOnly(2026, 2, 14));
        (deemed.Actor, deemed.Origin, deemed.ActorCourt).ShouldBe((Guid.Empty, "job", app.Court(TestApp.Jiefang)));
        var owed = await Owed(app);
        owed["hand-to-handler"].ShouldBe(("open", new DateOnly(2026, 2, 14), new DateOnly(2026, 2, 12), null));
        owed["meet-petitioner"].Trigger.ShouldBe(new DateOnly(2026, 2, 14));
        owed["reply"].Trigger.ShouldBe(new DateOnly(2026, 2, 14));
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_second_round_adds_nothing()
    {
        await using var app = await Registered();
        app.Clock.Now = TestClock.Noon("2026-02-15");
        await app.Office.Deadlines.Run(Stop);

        (await app.Office.Deadlines.Run(Stop)).ShouldBe(0);

        (await Events(app)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_nodes_deem_once()
    {
        await using var app = await Registered();
        app.Clock.Now = TestClock.Noon("2026-02-15");
        await using var other = await Second(app);

        await Task.WhenAll(app.Office.Deadlines.Run(Stop), other.Deadlines.Run(Stop), app.Office.Deadlines.Run(Stop));

        (await Events(app)).Count.ShouldBe(1);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public async Task A_job_that_did_not_run_for_weeks_changes_no_date()
    {
        await using var punctual = await Registered();
        punctual.Clock.Now = TestClock.Noon("2026-02-15");
        await punctual.Office.Deadlines.Run(Stop);
        await using var late = await Registered();
        late.Clock.Now = TestClock.Noon("2026-06-15");
        await late.Office.Deadlines.Run(Stop);

        (await Owed(late)).ShouldBe(await Owed(punctual), ignoreOrder: true);
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public async Task An_acknowledgement_before_the_late_job_changes_no_date_either()
    {
        await using var app = await Registered();
        var handler = await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        await app.Person("head2", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var address = await Address(app);
        (await (await app.SignIn("head2")).Submit(address, address + "/assignment", ("handler", handler.ToString()))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        app.Clock.Now = TestClock.Noon("2026-02-25");

        var acknowledged = await (await app.SignIn("handler")).Submit(address, address + "/acknowledgement");

        acknowledged.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect, await acknowledged.Content.ReadAsStringAsync(Stop));
        (await Events(app)).Single().OccurredOn.ShouldBe(new DateOnly(2026, 2, 14));
        var owed = await Owed(app);
        owed["hand-to-handler"].State.ShouldBe("fulfilled");
        owed["reply"].Trigger.ShouldBe(new DateOnly(2026, 2, 14));
        (await app.Office.Deadlines.Run(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task The_software_may_do_nothing_but_what_the_law_attaches_to_a_day()
    {
        await using var app = await Registered();
        var home = app.Court(TestApp.Jiefang);
        var id = (await app.Office.Db.Maintenance<Guid>("select id from petition", [], Stop)).Single();
        var (petition, _) = (await app.Office.Petitions.Load(new Zhixin.Database.Scope(home, Guid.Empty), new Zhixin.History.StreamId(home, id), Stop))!.Value;

        foreach (var act in app.Office.Law.Now.Authority.Rows.Select(r => r.Act).Distinct())
        {
            (app.Office.Law.Now.MayNot(ActingPerson.Software(home), act, petition) is null).ShouldBe(act == "deemed-receipt", act);
        }

        app.Office.Law.Now.MayNot(ActingPerson.Software(app.Court(TestApp.Jiaozuo)), "deemed-receipt", petition).ShouldNotBeNull();
        app.Office.Law.Now.MayNot(ActingPerson.Software(home) with { Origin = Zhixin.History.Origin.Api }, "deemed-receipt", petition).ShouldNotBeNull();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<TestApp> Registered()
    {
        var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        await Matter.Register(await app.SignIn("clerk"), "佟桂兰");
        return app;
    }

    private static Task<Office> Second(TestApp app) =>
        Office.Open(new OfficeOptions(app.Connection, app.DataDirectory), app.Clock, Stop);

    private static async Task<string> Address(TestApp app) =>
        $"/petitions/{app.Court(TestApp.Jiefang)}/{(await app.Office.Db.Maintenance<Guid>("select id from petition", [], Stop)).Single()}";

    private static Task<List<DeemedRow>> Events(TestApp app) => app.Office.Db.Maintenance<DeemedRow>(
        "select occurred_on, actor, origin, actor_court from event where type = 'petition.receipt-deemed'", [], Stop);

    private static async Task<Dictionary<string, (string State, DateOnly? Due, DateOnly? Trigger, DateOnly? CountsFrom)>> Owed(TestApp app) =>
        (await app.Office.Db.Maintenance<OwedRow>("select kind, state, due, trigger_on, counts_from from obligation", [], Stop))
        .ToDictionary(o => o.Kind, o => (o.State, o.Due, o.TriggerOn, o.CountsFrom));

    private sealed record DeemedRow
    {
        public required DateOnly OccurredOn { get; init; }

        public required Guid Actor { get; init; }

        public required string Origin { get; init; }

        public required int ActorCourt { get; init; }
    }

    private sealed record OwedRow
    {
        public required string Kind { get; init; }

        public required string State { get; init; }

        public DateOnly? Due { get; init; }

        public DateOnly? TriggerOn { get; init; }

        public DateOnly? CountsFrom { get; init; }
    }
}

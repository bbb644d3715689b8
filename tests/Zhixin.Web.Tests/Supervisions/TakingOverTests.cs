using System.Net;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Tests.Shared;
using Origin = Zhixin.History.Origin;
using StreamId = Zhixin.History.StreamId;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Rulings by which another court enforces, over HTTP, with the petition that goes along in its own home.</summary>
public sealed class TakingOverTests(WebDatabase database)
{
    private const string Sister = "海口市龙华区人民法院";

    private static readonly (string User, string Name, string Court, string Post) Head = ("sister-head", "龙平", Sister, "petition-unit-head");

    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    [Trait("Clause", "HNI-9 refused")]
    [Trait("Clause", "HNI-15(2) accepted")]
    [Trait("Clause", "HNI-15(2) refused")]
    [Trait("Clause", "SPC09-4 accepted")]
    [Trait("Clause", "SPC09-4 refused")]
    public async Task A_designated_court_enforces_answers_for_the_petition_and_the_supervision_closes_by_the_ruling()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, petition) = await Supervised.OnPetition(app);
        await matter.Letter();
        var designation = new { court = Sister, ruling = "（2026）琼执指1号", reason = "逾期未报", cross = "yes", exchanged = "（2025）琼0106执9号" };
        matter.On("2026-03-20");
        await matter.Refuses("high-director", "designation", designation, "HNI-9", "take-over-not-overdue");
        matter.On("2026-03-21");
        await matter.Refuses("high-director", "designation", designation, null!, "transfer-court-not-in-use");
        await app.Person(Head.User, Head.Name, Head.Court, Head.Post);
        await matter.Refuses("high-director", "designation", designation with { ruling = "" }, "HNI-15(2)", "take-over-needs-ruling");
        await matter.Refuses("high-director", "designation", designation with { exchanged = "" }, "SPC09-4", "cross-needs-case");
        await matter.Refuses("high-head", "closing", new Dictionary<string, string> { ["condition"] = "2" }, "HNI-15(2)", "close-needs-ruling");
        await matter.Does("high-director", "designation", designation);
        (await matter.Now("sister-head")).GetProperty("enforcing").GetInt32().ShouldBe(app.Court(Sister));
        (await (await matter.As("sister-head")).GetJson("/api" + petition)).GetProperty("responsible").GetInt32().ShouldBe(app.Court(Sister));
        (await matter.Now("basic-head")).GetProperty("obligations").EnumerateArray().Any(o => o.GetProperty("isOpen").GetBoolean() && o.GetProperty("court").GetInt32() == app.Court(Supervised.Basic)).ShouldBeFalse();
        await matter.Does("high-head", "closing", new Dictionary<string, string> { ["condition"] = "2", ["material.2-letter"] = "督办函", ["material.2-ruling"] = "（2026）琼执指1号" });
        await matter.Does("high-director", "closing-consent", new { agreed = "yes" });
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_ruling_whose_other_half_was_lost_on_the_way_is_followed_later_and_once()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, petition) = await Supervised.OnPetition(app);
        await matter.Letter();
        matter.On("2026-03-21");
        await Ruled(app, matter);
        (await Responsible(matter, petition)).ShouldBe(app.Court(Supervised.Basic), "the first half alone");

        (await app.Office.TakeOvers.Run(default)).Made.ShouldBe(1);
        (await Responsible(matter, petition)).ShouldBe(app.Court(Supervised.High));
        (await app.Office.TakeOvers.Run(default)).Made.ShouldBe(0);
        await History.Matter.Tamper(app, "update outbox set state = 'queued' where topic = 'take-over-half'"); // Lost after the half, before it was noted.
        (await app.Office.TakeOvers.Run(default)).Made.ShouldBe(1);
        (await app.Office.Db.Maintenance<int>("select count(*)::int from event where type = 'petition.passed-on'", [])).ShouldBe([1]);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_petition_that_cannot_go_along_yet_follows_when_it_can_and_holds_up_no_other()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, petition) = await Supervised.OnPetition(app);
        await matter.Letter();
        matter.On("2026-03-21");
        await Ruled(app, matter);
        await OnPetition(matter, petition, "closing-claim", new { closedAs = "this-round", ruling = "终本裁定", content = "名下有房" });

        var run = await app.Office.TakeOvers.Run(default);
        (run.Made, run.Waiting, run.Faults.Count).ShouldBe((0, 1, 0));
        (await app.Office.HalfQueue.Waiting(default)).ShouldBe(1, "the health page counts it");
        (await (await matter.As("high-head")).Open(matter.Address)).Body!.TextContent.ShouldContain("尚未随案转移");
        (await app.Office.TakeOvers.Run(default)).Waiting.ShouldBe(0, "its minute is not over");

        await OnPetition(matter, petition, "closing-answer", new { claim = "1", method = "post", notice = "结案通知书 3 号", remedy = "可以向本院提出异议", proof = "邮单" });
        app.Clock.Now = app.Clock.Now.AddMinutes(2);
        (await app.Office.TakeOvers.Run(default)).Made.ShouldBe(1);
        (await Responsible(matter, petition)).ShouldBe(app.Court(Supervised.High));
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_half_that_cannot_be_read_is_said_and_holds_up_none_behind_it()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, petition) = await Supervised.OnPetition(app);
        await matter.Letter();
        matter.On("2026-03-21");
        await Ruled(app, matter);
        await History.Matter.Tamper(
            app,
            """
            insert into outbox (home, id, stream, topic, court, kind, number, body, barred, not_before, state, seen_by)
            select home, gen_random_uuid(), stream, topic, court, kind, number, 'x', barred, not_before - interval '1 day', state, seen_by from outbox where topic = 'take-over-half'
            """);

        var run = await app.Office.TakeOvers.Run(default);

        (run.Made, run.Waiting, run.Faults.Count).ShouldBe((1, 0, 1));
        (await Responsible(matter, petition)).ShouldBe(app.Court(Supervised.High));
    }

    private static async Task OnPetition(Supervised matter, string petition, string act, object fields)
    {
        var head = await matter.As("basic-head");
        var (status, body) = await head.PostJson($"/api{petition}/{act}", new { fields, version = (await head.GetJson("/api" + petition)).GetProperty("version").GetInt32() });
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
    }

    /// <summary>The ruling as the desk records it, and the program ends before anything follows.</summary>
    private static async Task Ruled(TestApp app, Supervised matter)
    {
        var parts = matter.Address.Split('/');
        var who = new ActingPerson(matter.Ids["high-director"], "韩立", app.Court(Supervised.High), ["bureau-director"], Origin.Api);
        var answer = await app.Office.Supervisions.Do(
            who, new MatterAct("elevate", new StreamId(int.Parse(parts[2]), Guid.Parse(parts[3])), null, app.Office.Today, null),
            s => TakingOver.Elevate(
                s, "（2026）琼执提1号", "逾期未报", app.Office.Law.Now.Court(who.Court),
                new TakingOverRules(n => [.. app.Office.Law.Now.Courts.Superiors(app.Office.Law.Now.Court(n))], true, null, app.Office.Today)), default);
        answer.ShouldBeOfType<Answer<MatterAnswer>.Given>();
    }

    private static async Task<int> Responsible(Supervised matter, string petition) => (await (await matter.As("high-head")).GetJson("/api" + petition)).GetProperty("responsible").GetInt32();
}

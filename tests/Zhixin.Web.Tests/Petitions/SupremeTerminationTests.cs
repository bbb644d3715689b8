using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Where the Supreme Court ruled last, it decides on the termination, or leaves that to the High Court.</summary>
public sealed class SupremeTerminationTests(WebDatabase database)
{
    private const HttpStatusCode Law = HttpStatusCode.UnprocessableEntity;

    [Fact]
    [Trait("Clause", "SPC16-20(2) accepted")]
    [Trait("Clause", "SPC16-20(2) refused")]
    public async Task The_Supreme_Court_decides_where_it_ruled_last_and_no_filing_is_asked()
    {
        await using var app = await TestApp.Start(database);
        var desk = await RuledAbove(app);
        (await desk.Last()).GetProperty("decider").GetInt32().ShouldBe(app.Court(TestApp.Supreme));
        await Refused(desk, "high-president", "termination-decision", "豫高法终字 1 号", "termination-other-decider", "SPC16-20(2)");
        await Refused(desk, "high-head", "termination-filing", "备案报告 1 号", "termination-needs-no-filing", "SPC16-23");
        await Refused(desk, "supreme-president", "termination-decision", string.Empty, "termination-needs-document", "SPC16-20(2)");
        await desk.Done(desk.People["supreme-president"], "termination-decision", new { document = "最高法终字 1 号" });
        (await desk.Last()).GetProperty("ended").GetString().ShouldBe("decided");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-20(2) accepted")]
    [Trait("Clause", "SPC16-20(2) refused")]
    public async Task It_leaves_the_decision_in_writing_to_the_High_Court_which_files_first()
    {
        await using var app = await TestApp.Start(database);
        var desk = await RuledAbove(app);
        await Refused(desk, "supreme-president", "termination-decider", string.Empty, "termination-naming-needs-document", "SPC16-20(2)");
        await desk.Done(desk.People["supreme-president"], "termination-decider", new { document = "交办函 1 号" });
        await Refused(desk, "supreme-president", "termination-decision", "最高法终字 1 号", "termination-other-decider", "SPC16-20(2)");
        await Refused(desk, "high-president", "termination-decision", "豫高法终字 1 号", "termination-not-filed", "SPC16-23");
        await desk.Done(desk.People["high-head"], "termination-filing", new { document = "备案报告 1 号" });
        await desk.Done(desk.People["filing"], "filing-answer", new { answer = "accepted", document = "备案复函 1 号" });
        await desk.Done(desk.People["high-president"], "termination-decision", new { document = "豫高法终字 1 号" });
        (await desk.Thread.Petition()).GetProperty("stage").GetString().ShouldBe("closed");
    }

    /// <summary>Objection, reconsideration and two supervisions, the last of them by the Supreme Court, are older than the matter; the High Court has reported it.</summary>
    private static async Task<TerminationDesk> RuledAbove(TestApp app)
    {
        var desk = await TerminationDesk.Of(app);
        await desk.Done(desk.Head, "classification", new { claim = "unlawful-act", capacity = "applicant", reason = "不服查封" });
        foreach (var (kind, number, month, outcome) in new[]
        {
            ("objection", "（2024）豫0802执异1号", 1, "rejected"), ("reconsideration", "（2024）豫08执复1号", 3, "maintained"), ("supervision", "（2024）豫执监1号", 6, "maintained"),
            ("supervision", "（2024）最高法执监1号", 11, "maintained"),
        })
        {
            await desk.Done(desk.Head, "earlier-ruling", new
            {
                kind, objection = "act", procedure = "1", number, ruledOn = $"2024-{month:00}-06", servedOn = $"2024-{month:00}-08", outcome, document = "旧卷",
            });
        }

        await desk.Hear();
        await desk.AnswerHardship();
        var report = await desk.Report();
        report["material-rulings"] = (await desk.Thread.Petition()).GetProperty("records").EnumerateArray()
            .Last(r => r.GetProperty("kind").GetString() == "procedure.earlier-ruling-recorded").GetProperty("reference").GetString()!;
        await desk.Done(desk.People["high-head"], "termination", report);
        return desk;
    }

    private static async Task Refused(TerminationDesk desk, string who, string act, string document, string key, string clause) =>
        (await desk.Refused(desk.People[who], act, new { document }, Law, key)).GetProperty("clause").GetString().ShouldBe(clause);
}

using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Terminations;

/// <summary>The acts that follow a termination: queries, clues, resumed enforcement, later contacts, reports on repeats.</summary>
public static class AftercareActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("late-contact-finding", "judge-late-contact", "审查终结后的来访来信", true, (call, _) => PetitionActs.Pure(p => Codes.Of<LateContactBrings>(call.Input.Field("brings")) is { } brings
            ? AfterTermination.Find(p, call.Input.Number("no"), brings, call.Input.Field("reason"), call.Input.Field("request"), call.Who.Actors)
            : new Refusal.Input("brings", "choice-missing"))) { Against = AfterTermination.NothingToFind, Concerns = TerminationActs.Standing },
        new("standing-answer", "give-standing-answer", "终结后统一答复", true, (call, _) => PetitionActs.Pure(p => TerminationActs.Method(call) is { } method
            ? AfterTermination.GiveStandingAnswer(p, call.Input.Number("no"), call.Input.Field("content"), method, call.Input.Field("proof"))
            : TerminationActs.Unknown(call))) { Against = AfterTermination.NothingToAnswer, Concerns = TerminationActs.Standing },
        new("property-query", "query-property", "终结后查询财产", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("found", found => AfterTermination.QueryProperty(
            p, found, call.Input.Field("source"), call.Input.Field("result"), call.Input.Field("told"), call.Input.Field("proof"), NonExecutionActs.Round(call))))) { Against = AfterTermination.NotQueried, Concerns = TerminationActs.Standing },
        new("clue", "report-clue", "登记财产线索和恢复请求", false, (call, _) => PetitionActs.Pure(p => AfterTermination.ReceiveClue(
            p, call.Input.Blank("receivedOn") is null ? call.Input.On : call.Input.Day("receivedOn"), call.Input.Field("clue"), call.Input.Field("request"),
            call.Input.Blank("contact") is null ? null : call.Input.Id("contact"), call.Office.Today, call.Who.Actors))) { Against = AfterTermination.NotQueried, Concerns = TerminationActs.Standing },
        new("resumption", "resume-enforcement", "恢复执行", true, (call, _) => PetitionActs.Pure(p => AfterTermination.Resume(p, Number(call), call.Input.Field("document"), call.Who.Actors)))
        {
            Against = AfterTermination.NotResumable, Concerns = TerminationActs.Begun,
        },
        new("clue-verification", "verify-clue", "核实财产线索", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("isTrue", isTrue => AfterTermination.Verify(
            p, call.Input.Number("clue"), isTrue, call.Input.Field("findings"), call.Input.Field("proof"), call.Who.Actors)))) { Against = AfterTermination.NothingToVerify, Concerns = HasClue },
        new("repeat-finding", "find-repeat", "认定反复申诉", true, (call, _) => PetitionActs.Pure(p => AfterTermination.FindRepeat(
            p, call.Input.Field("conduct"), call.Input.Field("proof"), RepeatFrom(call.Office.Law.Now, p, call.Input.On), call.Who.Actors)))
        {
            AgainstFrom = place => AfterTermination.NoRepeat(place.Petition, RepeatFrom(place.Law, place.Petition, place.Today)), Concerns = TerminationActs.Standing,
        },
        new("repeat-report", "report-repeat", "报告党委政法委", true, (call, _) => PetitionActs.Pure(p => AfterTermination.ReportRepeat(p, call.Input.Field("body"), call.Input.Field("document"), call.Who.Actors)))
        {
            Against = AfterTermination.NoReport, Concerns = TerminationActs.Standing,
        },
    ];

    private static bool HasClue(PetitionActs.Place place) => place.Petition.Terminations.After.Clues.Count > 0;

    private static int RepeatFrom(Law law, Petition petition, DateOnly on) => TerminationActs.Rules(law, petition, petition.Opened.Responsible, on, []).RepeatFrom;

    private static CaseNumber? Number(ActCall call) => CaseNumberReader.Read(call.Input.Text("number"), call.Office.Law.Now.Courts, call.Input.On.Year) is CaseNumberReading.Parsed read ? read.Number : null;
}

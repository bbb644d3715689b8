using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Web.Petitions;

/// <summary>The acts that move or end a date by decision: leave days out in two steps, a new date, a waiver.</summary>
public static class TimeActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("time-exclusion", "exclude-time", "申请扣除时间", true, Ask) { Against = TimeKeeping.NothingToExclude },
        new("time-exclusion-decision", TimeKeeping.Approving, "审批扣除时间", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("agreed", agreed => TimeKeeping.Decide(
            p, call.Input.Number("request"), agreed, call.Input.Reason, call.Who.Actors, call.Office.Law.Now.Calendar, call.Who.Court))))
        {
            Against = TimeKeeping.NothingToDecide,
        },
        new("review-time-exclusion", "exclude-review-time", "申请扣除审查时间", true, Ask) { Against = TimeKeeping.NothingToExclude, Concerns = Reviews },
        new("review-time-decision", TimeKeeping.ApprovingReview, "审批扣除审查时间", true, (call, _) => PetitionActs.Pure(p => call.Input.Choose("agreed", agreed => TimeKeeping.Decide(
            p, call.Input.Number("request"), agreed, call.Input.Reason, call.Who.Actors, call.Office.Law.Now.Calendar, call.Who.Court))))
        {
            Against = TimeKeeping.NothingToDecide, Concerns = Reviews,
        },
        new("extension", "extend-obligation", "延长时限", true, Extend) { Against = TimeKeeping.NothingToExtend },
        new("waiver", "waive-obligation", "免除时限", true, (call, _) => PetitionActs.Pure(p => Waive(call, p))) { Against = TimeKeeping.NothingToWaive },
    ];

    private static Task<PetitionActs.Prepared> Ask(ActCall call, CancellationToken stop)
    {
        var input = call.Input;
        return PetitionActs.Pure(p => (input.Day("from"), input.Day("to")) switch
        {
            (null, _) => new Refusal.Input("from", "date-unreadable", input.Field("from")),
            (_, null) => new Refusal.Input("to", "date-unreadable", input.Field("to")),
            ({ } from, { } to) => TimeKeeping.Ask(
                p,
                new AskExclusion(input.Number("obligation"), from, to, input.Field("ground") ?? string.Empty, input.Field("document") ?? string.Empty, input.Reason, call.Who.Actors) { Court = call.Who.Court },
                call.Office.Today),
        });
    }

    /// <summary>Whether a procedure is under review at the court that looks.</summary>
    private static bool Reviews(PetitionActs.Place here) => here.Petition.Procedures.Conversions.Any(c => c.IsOpen && c.Current.Court == here.Court);

    private static Task<PetitionActs.Prepared> Extend(ActCall call, CancellationToken stop) => PetitionActs.Pure(p => call.Input.Day("due") is { } due
        ? TimeKeeping.Extend(p, call.Input.Number("obligation"), due, call.Input.Field("document") ?? string.Empty, call.Input.Reason, call.Office.Law.Now.Calendar)
        : new Refusal.Input("due", "date-unreadable", call.Input.Field("due")));

    /// <summary>Who may waive is whoever may do the act that the rule names.</summary>
    private static Decision<object> Waive(ActCall call, Petition petition) =>
        petition.Obligations.FirstOrDefault(o => o.No == call.Input.Number("obligation")) is { Rule.WaivedBy: { } act }
            && call.Office.Law.Now.MayNot(call.Who, act, petition) is { } refusal
            ? refusal
            : TimeKeeping.Waive(petition, call.Input.Number("obligation"), call.Input.Reason);
}

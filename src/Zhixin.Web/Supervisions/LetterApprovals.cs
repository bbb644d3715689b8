using Zhixin.Database.Petitions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Agreement before a letter goes out, where the court's packs choose so.</summary>
internal static class LetterApprovals
{
    /// <summary>Agrees with a letter that waits, or gives it back.</summary>
    public static MatterEntry<Supervision> Entry { get; } = new(
        "letter-approval", Sending.Approving, "审批函稿", "发函", true, call => call.Input.Choose("agreed", agreed => Sending.Approve(
            call.Matter, call.Court, agreed, call.Input.Field("reason"), call.Law.Court, LetterActs.Rules(call), call.Who.Actors)),
        Sending.NotApprovable, form => ("同意的，函件随即发出，文号在发出时取得；退回的，由承办人重新提交。",
            [new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意并发出"), new("no", "退回")]), new("reason", "意见", FieldKind.TextArea, [], "退回的，写明理由。")]))
    {
        Paper = SupervisionOrders.Letter, IsOfToday = true, Facts = Drafted,
    };

    /// <summary>Whether a court wants agreement before its letters go out; a choice of the packs, none by default.</summary>
    public static bool AreNeeded(Law law, int court, DateOnly on) => law.Rules.Threshold(Sending.ApprovalNeeded, law.Chain(court), on)?.Value > 0;

    private static IReadOnlyList<KeyValue> Drafted(MatterForm<Supervision> form) => form.Matter.Draft(form.Court) is not { Facts: var draft } ? [] :
    [
        new("函件", SupervisionWords.Of(draft.Letter)), new("发给", SupervisionWords.Court(form.Law, draft.To)), new("要求", draft.Demands), new("所附材料", draft.Materials),
        .. draft.DueOn is { } due ? [new KeyValue("报告期限", DateText.Iso(due))] : Array.Empty<KeyValue>(),
        .. draft.InPerson || draft.WithFile ? [new KeyValue("报告方式", string.Join("、", new[] { draft.InPerson ? "当面" : null, draft.WithFile ? "带卷" : null }.OfType<string>()))] : Array.Empty<KeyValue>(),
    ];
}

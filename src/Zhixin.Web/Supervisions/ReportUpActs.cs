using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The report up to the body or leader that awaits the result: drafted, reviewed, approved, sent (HNP-14).</summary>
internal static class ReportUpActs
{
    private const string Group = "报送上级";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        new("report-up-draft", "draft-report-up", "起草专报", Group, true, call => Instructing.Draft(
            call.Matter, call.Input.Number("instruction"), call.Court, call.Input.Field("body"), call.Input.Field("content"), call.Who.Actors),
            (s, court) => Instructing.None(s, court, i => i.Draft is null) ?? (Instructing.NotReported(s) ? new Refusal.Law("HNP-14", "report-up-before-acceptance") : null),
            form => ("批示要求报送结果的，下级报告认可以后由承办人起草，执行局长审查，主管院长审批，再报送。",
                [Which(form, i => i.Draft is null), new("body", "报送的机关或者领导", FieldKind.Text, []) { Value = First(form, i => i.Draft is null)?.Facts.From }, new("content", "专报内容", FieldKind.TextArea, [])])),
        new("report-up-review", Instructing.Reviewing, "审查专报", Group, true, call => call.Input.Choose("agreed", agreed =>
            Instructing.Review(call.Matter, call.Input.Number("instruction"), call.Court, agreed, call.Input.Field("opinion"), call.Who.Actors)),
            (s, court) => Instructing.None(s, court, IsDrafted) is { } none ? Waits(none, "report-up-not-drafted") : null, form => ("退回的，由承办人重新起草。", Judged(form, IsDrafted)))
        {
            Facts = form => Drafted(form, IsDrafted),
        },
        new("report-up-approval", Instructing.Approving, "审批专报", Group, true, call => call.Input.Choose("agreed", agreed =>
            Instructing.Approve(call.Matter, call.Input.Number("instruction"), call.Court, agreed, call.Input.Field("opinion"), call.Who.Actors)),
            (s, court) => Instructing.None(s, court, IsReviewed) is { } none ? Waits(none, "report-up-not-reviewed") : null, form => ("起草和审查的人不能审批。退回的，由承办人重新起草。", Judged(form, IsReviewed)))
        {
            Facts = form => Drafted(form, IsReviewed),
        },
        new("report-up", Zhixin.Petitions.Acts.ReportingUp.Sending, "报送专报", Group, true, call => Instructing.Send(call.Matter, call.Input.Number("instruction"), call.Court),
            (s, court) => Instructing.None(s, court, i => i.ApprovedOn is not null) is { } none ? Waits(none, "report-up-not-approved") : null,
            form => ("经主管院长审批的专报，编号制发后报送。", [Which(form, i => i.ApprovedOn is not null)]))
        {
            Paper = PressOrders.ReportUp, IsOfToday = true, Facts = form => Drafted(form, i => i.ApprovedOn is not null),
        },
    ];

    private static bool IsDrafted(Instruction instruction) => instruction is { Draft: not null, Reviewed: null };

    private static bool IsReviewed(Instruction instruction) => instruction is { Reviewed: not null, ApprovedOn: null };

    /// <summary>Somebody awaits a result, but the report is not so far; else what there was against it.</summary>
    private static Refusal Waits(Refusal none, string key) => (none, key) switch
    {
        (Refusal.Law { Clause: "HNP-14" }, "report-up-not-drafted") => new Refusal.Law("HNP-14", "report-up-not-drafted"),
        (Refusal.Law { Clause: "HNP-14" }, "report-up-not-reviewed") => new Refusal.Law("HNP-14", "report-up-not-reviewed"),
        (Refusal.Law { Clause: "HNP-14" }, _) => new Refusal.Law("HNP-14", "report-up-not-approved"),
        _ => none,
    };

    private static Instruction? First(MatterForm<Supervision> form, Func<Instruction, bool> which) => Instructing.Awaiting(form.Matter).FirstOrDefault(which);

    private static ActField Which(MatterForm<Supervision> form, Func<Instruction, bool> which) => new(
        "instruction", "哪一项批示", FieldKind.Select,
        [.. Instructing.Awaiting(form.Matter).Where(which).Select(i => new Choice(SupervisionForms.Number(i.Facts.No), $"{i.Facts.From}　{i.Facts.Document}{(i.Facts.DueOn is { } due ? $"　期限 {DateText.Iso(due)}" : string.Empty)}"))])
    {
        Value = First(form, which) is { } first ? SupervisionForms.Number(first.Facts.No) : null,
    };

    private static IReadOnlyList<ActField> Judged(MatterForm<Supervision> form, Func<Instruction, bool> which) =>
        [Which(form, which), new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意"), new("no", "退回重新起草")]), new("opinion", "意见", FieldKind.TextArea, [])];

    private static IReadOnlyList<KeyValue> Drafted(MatterForm<Supervision> form, Func<Instruction, bool> which) =>
    [
        .. Instructing.Awaiting(form.Matter).Where(which).SelectMany(i => new[] { new KeyValue("报送", i.Draft?.Body ?? i.Facts.From), new KeyValue("专报内容", i.Draft?.Content ?? string.Empty) }),
    ];
}

using Zhixin.Database.Petitions;
using Zhixin.Regulations;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Means of supervision, the plan made together, another mode.</summary>
internal static class MeansActs
{
    private const string Group = "督办方式";

    /// <summary>The lists of means, those of the courts of Hainan first.</summary>
    private static readonly string[] Instruments = ["HNI", "HNP", "SPC16"];

    /// <summary>Codes that are acts of their own.</summary>
    private static readonly string[] Elsewhere = ["opinion", "urgent-report", "joint-plan", "listed"];

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        new("means", Using.Act, "采取督办方式", Group, false, Take, (s, _) => Using.NotReviewed(s), form => ("听取汇报、调卷、实地调查、听证、指导协调、派员督办，以及巡回督导、领导包案；当时有结果的写明结果，没有的写明到哪天为止。", MeansFields(form))),
        new("means-result", Using.Act, "记录督办方式的结果", Group, false, call => Using.End(call.Matter, call.Input.Number("no"), call.Input.Field("result"), call.Input.Field("document")),
            (s, _) => ReviewActs.Closed(s) ?? (s.Means.Any(m => m.Result is null) ? null : new Refusal.State("means-none-open")), form => ("写明取得了什么结果。",
            [
                new("no", "哪一项", FieldKind.Select, [.. form.Matter.Means.Where(m => m.Result is null).Select(m => new Choice(
                    m.Taken.No.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{Name(form.Law, m.Taken.Means)}　{m.Taken.Owner}"))]),
                new("result", "结果", FieldKind.TextArea, []), MeasureForms.Document("材料"),
            ])),
        new("joint-plan", "make-joint-plan", "共同制定执行方案", Group, false, Plan, (s, _) => Using.NotPlannable(s), form => ("重大、疑难、复杂案件，可以与执行法院共同制定执行方案。",
        [
            new("content", "方案要点", FieldKind.TextArea, []), new("responsible", "由谁落实", FieldKind.Text, [], "写明法院、姓名和职务。") { Span = 8 },
            new("dueOn", "完成期限", FieldKind.Text, [], "写作 2026-02-14。") { Span = 4 }, MeasureForms.Document("方案"),
        ])),
        new("mode", "change-supervision-mode", "改变督办方式", Group, true, call => Using.ChangeMode(call.Matter, Codes.Of<SupervisionMode>(call.Input.Field("mode")), call.Input.Field("reason"),
            call.Law.List(call.Court, SupervisionWords.Situations, call.Input.On) is not null),
            (s, _) => Using.NotChangeable(s), form => ("写明理由；已经发出的函件照旧办理。",
            [
                new("mode", "改为", FieldKind.Select, [.. Enum.GetValues<SupervisionMode>().Where(m => m != SupervisionMode.Listed && m != form.Matter.Mode).Select(m => new Choice(SupervisionForms.Code(m), SupervisionWords.Of(m)))]) { Span = 6 },
                new("reason", "理由", FieldKind.TextArea, []),
            ])),
    ];

    /// <summary>A means in words.</summary>
    internal static string Name(Law law, string code) => Of(law).Select(l => l.Find(code)).FirstOrDefault(item => item is not null)?.Name ?? code;

    private static IReadOnlyList<CodeList> Of(Law law) =>
        [.. Instruments.SelectMany(id => law.Packs.Where(p => p.Id == id)).SelectMany(p => p.Lists).Where(l => l.Id is SupervisionWords.Means or "measures")];

    private static Decision<object> Take(MatterCall<Supervision> call)
    {
        var input = call.Input;
        return Unread(input, "from") ?? Unread(input, "until") ?? Using.Take(
            call.Matter,
            new UseMeans(
                input.Blank("means"), input.Field("owner"), input.Field("content"), input.Day("from"), input.Day("until"), input.Field("result"), input.Field("document"), input.On),
            Of(call.Law));
    }

    private static Decision<object> Plan(MatterCall<Supervision> call) => Using.NotPlannable(call.Matter) is { } not ? not
        : call.Input.Day("dueOn") is not { } due ? new Refusal.Input("dueOn", "date-unreadable", call.Input.Field("dueOn") ?? string.Empty)
        : Using.Plan(call.Matter, new SupervisionJointPlanMade(call.Input.Text("content"), call.Input.Text("responsible"), due, call.Input.Text("document")), call.Input.On);

    /// <summary>A date that was typed and is none.</summary>
    internal static Decision<object>? Unread(ActInput input, string field) =>
        input.Field(field) is { Length: > 0 } typed && input.Day(field) is null ? (Decision<object>)new Refusal.Input(field, "date-unreadable", typed) : null;

    private static IReadOnlyList<ActField> MeansFields(MatterForm<Supervision> form) =>
    [
        new("means", "方式", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. Of(form.Law).SelectMany(l => l.Items).DistinctBy(i => i.Code).Where(i => !Elsewhere.Contains(i.Code)).Select(i => new Choice(i.Code, i.Name))]) { Span = 6 },
        new("owner", "负责人", FieldKind.Text, [], "姓名和职务。") { Span = 6 }, new("content", "做什么", FieldKind.TextArea, []),
        new("from", "开始日期", FieldKind.Text, [], "空着就是发生日期。") { Span = 6 }, new("until", "到哪天为止", FieldKind.Text, [], "当时有结果的不填。") { Span = 6 },
        new("result", "结果", FieldKind.TextArea, [], "还没有结果的不填。"), MeasureForms.Document("材料"),
    ];
}

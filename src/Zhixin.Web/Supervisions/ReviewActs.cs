using Zhixin.Database.Courts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Office = Zhixin.Web.Hosting.Office;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The acts of the supervising court before anything goes down: reviewer, panel, instruction, possible error, first review.</summary>
internal static class ReviewActs
{
    private const string Group = "审查";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        new("reviewer", "name-reviewer", "指定审查人", Group, true, call => Reviewing.Name(call.Matter, call.Person("reviewer"), call.Court), (s, _) => Closed(s),
            form => ("审查人对初审和审查意见的期限负责。", [SupervisionForms.Person(form, "reviewer", "审查人")])),
        new("panel", "form-panel", "组成合议庭", Group, true, call => Reviewing.FormPanel(call.Matter, SupervisionForms.Panel(call), call.Court),
            Reviewing.NoPanel,
            form => ("重大、疑难、复杂案件和最高法院提出意见的，应当组成合议庭；三人以上单数。",
                SupervisionForms.PanelFields(SupervisionForms.Staff(form), "被反映的人员不能参加。"))),
        new("instruction", "record-instruction", "登记批示", Group, false, call => Instructing.Record(
            call.Matter, Instruction(call), new[] { "receivedOn", "dueOn" }.FirstOrDefault(field => call.Input.Blank(field) is not null && call.Input.Day(field) is null), call.Input.On),
            (s, _) => Closed(s), form => ("上级部门或者院领导的批示、督办来文；要求报送结果的，办毕要专报。", InstructionFields)),
        new("accused", Naming.Act, "登记被反映人员", Group, false, Accuse, (s, _) => Closed(s), form => ("登记以后，被反映的人员不得查看、不得参与本件；正由其办理的，退回所在单位另行指定。",
            [AccusedField("执行法院或者本院人员的姓名，用顿号隔开。"), new("reason", "依据", FieldKind.Text, [], "谁反映、在哪份材料里。")]))
        {
            Fetch = async (office, who, s, input, stop) => await Staff(office, [who.Court, s.Enforcing], Names(input), stop),
        },
        new("error-flag", "flag-error", "标明可能有错", Group, false, call => Reviewing.Flag(call.Matter, call.Input.Field("by"), call.Input.Field("what"), call.Input.Yes("urgent")),
            (s, _) => Closed(s), form => ("上级部门、本院领导或者执行局认为执行可能有错误或者重大瑕疵的，审查人应当写出书面审查意见。",
            [
                new("by", "谁提出", FieldKind.Text, []), new("what", "可能错在哪里", FieldKind.TextArea, []),
                new("urgent", "是否紧急", FieldKind.Radio, [new("no", "一般，一个月内"), new("yes", "紧急，及时")]) { Value = "no" },
            ])),
        new("review-opinion", "write-review-opinion", "写出审查意见", Group, true, call => call.Input.Choose("errorFound", found =>
            Reviewing.Write(call.Matter, call.Input.Blank("error") is null ? null : call.Input.Number("error"), found, call.Input.Field("content"), call.Input.Field("document"), call.Who.Actors)),
            (s, _) => Reviewing.NothingFlagged(s), form => ("写明查明的事实、认定有没有错误和理由；每一项可能的错误各写一份。",
            [
                new("error", "哪一项可能的错误", FieldKind.Select, [.. form.Matter.Errors.Where(e => e.Opinion is null).Select(e => new Choice(
                    SupervisionForms.Number(e.Facts.No), $"{DateText.Iso(e.On)}　{e.Facts.By}：{e.Facts.What}"))]),
                new("errorFound", "结论", FieldKind.Radio, [new("yes", "确有错误或重大瑕疵"), new("no", "没有错误")]), new("content", "审查意见", FieldKind.TextArea, []), MeasureForms.Document("审查意见书"),
            ])),
        new("review", Reviewing.Act, "初审", Group, true, Review, (s, _) => Reviewing.NotReviewable(s, hainan: false), form => ("符合条件的确定督办情形和方式；不符合的写明理由，督办即告结束。组成合议庭的，由合议庭成员记录。", ReviewFields(form)))
        {
            AgainstToday = (law, s, court, today) => Reviewing.NotReviewable(s, law.List(court, SupervisionWords.Situations, today) is not null),
        },
    ];

    /// <summary>Why nothing is done on a supervision that is over.</summary>
    internal static Refusal? Closed(Supervision supervision) => supervision.IsOpen ? null : Reviewing.Over(supervision);

    /// <summary>The names of staff whom the matter accuses, as typed.</summary>
    internal static IReadOnlyList<string> Names(ActInput input) =>
        [.. input.Text("accused").Split(['、', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <summary>The staff of these names at some courts.</summary>
    internal static async Task<IReadOnlyList<(Guid Id, string Name)>> Staff(Office office, IReadOnlyList<int> courts, IReadOnlyList<string> names, CancellationToken stop) =>
        names.Count == 0 ? [] : [.. (await StaffLists.Named(office.Db, courts, names, stop)).Select(s => (s.Id, s.Name))];

    /// <summary>The field for their names.</summary>
    internal static ActField AccusedField(string hint) => new("accused", "反映了谁", FieldKind.Text, [], hint);

    private static Decision<object> Accuse(MatterCall<Supervision> call) =>
        Naming.Accuse(call.Matter, Names(call.Input), (IReadOnlyList<(Guid, string)>)call.Beside!, call.Input.Field("reason"));

    private static Decision<object> Review(MatterCall<Supervision> call) => call.Input.Choose("qualifies", qualifies => Reviewing.Decide(
        call.Matter,
        new ReviewMaterial(
            qualifies, call.Input.Blank("ground"), call.Input.Blank("situation"), Codes.Of<SupervisionMode>(call.Input.Field("mode")), call.Input.Field("opinion"), call.Input.Field("lateReason"),
            call.Who.Actors),
        new ReviewRules(Lists.Of(call.Law, SupervisionWords.Grounds), call.Law.List(call.Court, SupervisionWords.Situations, call.Input.On), call.Input.On)));

    private static IReadOnlyList<ActField> ReviewFields(MatterForm<Supervision> form) =>
    [
        new("qualifies", "结论", FieldKind.Radio, [new("yes", "应当督办"), new("no", "不需要督办")]),
        new("ground", "督办情形", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. SupervisionWords.Choices(form.Law, SupervisionWords.Grounds)], "直接转办的可以不选。") { Span = 6, Group = "应当督办的" },
        new("mode", "督办方式", FieldKind.Select,
            [new Choice(string.Empty, "发督办函"), .. Enum.GetValues<SupervisionMode>().Where(m => m != SupervisionMode.Listed).Select(m => new Choice(SupervisionForms.Code(m), SupervisionWords.Of(m)))]) { Span = 6 },
        new("situation", "采用这一方式的情形", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. SupervisionWords.Choices(form.Law, SupervisionWords.Situations, sub: true)], "选择了督办方式的才选。"),
        new("opinion", "审查意见", FieldKind.TextArea, []) { Group = "意见" },
        new("lateReason", "超过一般期限的理由", FieldKind.Text, [], "没有超过的不填。"),
    ];

    private static SupervisionInstructionReceived Instruction(MatterCall<Supervision> call) => new(
        call.Matter.Instructions.Count + 1, call.Input.Text("from"), call.Input.Yes("leader"), call.Input.Text("document"), Codes.Of<SupervisionMode>(call.Input.Field("mode")),
        call.Input.Yes("awaits"), call.Input.Day("receivedOn") ?? call.Input.On, call.Input.Day("dueOn") is not null, call.Input.Day("dueOn"));

    private static IReadOnlyList<ActField> InstructionFields =>
    [
        new("from", "批示的机关或领导", FieldKind.Text, []) { Span = 8 }, new("leader", "是否本院院领导", FieldKind.Radio, [new("yes", "是"), new("no", "不是")]) { Span = 4, Value = "no" },
        MeasureForms.Document("批示或来文"),
        new("mode", "要求的方式", FieldKind.Select, [new Choice(string.Empty, "没有指定"), .. Enum.GetValues<SupervisionMode>().Select(m => new Choice(SupervisionForms.Code(m), SupervisionWords.Of(m)))]) { Span = 6 },
        new("awaits", "是否要求报送结果", FieldKind.Radio, [new("yes", "要求"), new("no", "不要求")]) { Span = 6, Value = "no" },
        new("receivedOn", "收到日期", FieldKind.Text, [], "空着就是发生日期。") { Span = 6 }, new("dueOn", "来文载明的期限", FieldKind.Text, [], "没有载明的不填。") { Span = 6 },
    ];
}

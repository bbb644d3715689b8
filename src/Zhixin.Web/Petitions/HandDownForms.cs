using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The forms of handing down, reporting and reporting up, as the court of whoever looks needs them.</summary>
internal static class HandDownForms
{
    private static readonly ActField Ground = new("ground", "交办的理由", FieldKind.TextArea, [], "越级走访、领导批示或者执行局意见；有批示的写明谁在何时批示。");
    private static readonly ActField Demand = new("demand", "办理要求", FieldKind.TextArea, [], "要求下级法院查明、答复、报告什么。");
    private static readonly ActField Due = new("due", "报告期限", FieldKind.Text, [], "下级法院在这一天以前报告结果。写作 2026-02-14。") { Span = 6 };
    private static readonly ActField Joint = new("joint", "共同办理的法院", FieldKind.Text, [], "需要几个法院共同办理的才填，写法院全称，用顿号隔开。");
    private static readonly ActField Awaited = new("awaited", "上级部门或者领导是否等待结果", FieldKind.Radio, [new("no", "不等待"), new("yes", "等待，认可报告后还要专报")]) { Value = "no" };
    private static readonly ActField Opinion = new("reason", "意见", FieldKind.TextArea, []);

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, ActPeople people, Law law, DateOnly today) => path switch
    {
        "hand-down-review" => (
            "收到反映下级法院的材料，先审查用哪种方式处理；各种方式转交的时限从初审之日起算，有领导批示的从收到批示之日起算。", [.. ReviewFields(petition, people, law, today)]),
        "hand-down" or "same-day-hand-down" => (
            path == "hand-down" ? "逐级交给下一级法院，由其办理并按期报告结果。" : "到规定场所走访的，当日交办；承办法院当日首次联系信访人。",
            [Children(petition, people, law, today), .. Situation(path, people, law, today), Ground, Demand, Letter("交办函文号"), Due, Awaited, Joint]),
        "direct-transfer" => ("直接转给执行法院依法处理，不要求报告结果。",
            [Court(petition, law, today), .. Situation(path, people, law, today), Ground, Demand, Letter("转办函文号"), new("platform", "指挥平台编号", FieldKind.Text, []) { Span = 6 }]),
        "transfer-with-result" => ("直接转给执行法院，由其按期直接报告结果。",
            [Court(petition, law, today), .. Situation(path, people, law, today), .. Instruction(petition, people), Ground, Demand, Letter("转办函文号"), Due, Awaited, Joint]),
        "procedure-order" => ("执行行为没有经过异议、复议或者监督的，责令执行法院按程序审查；正式立案后自行终结。",
            [Court(petition, law, today), Ground, Demand, new("told", "怎样告知信访人救济途径", FieldKind.TextArea, [], "写明何时、以什么方式告知。"), Letter("函件文号"), Due with { Label = "报告期限（可以不填）" }]),
        "ruling-order" => ("异议、复议严重超过审查期限的，责令执行法院在限期内作出裁定。", [Court(petition, law, today), Ground, Demand, Letter("函件文号"), Due with { Label = "裁定期限" }]),
        "hand-down-refusal" => ("有依法不再交办的情形：" + Bar(petition, law) + " 记录以后，应当交办的时限办结。", [Opinion with { Label = "说明" }]),
        HandDownActs.Naming => ("由本院指定专人办理这次交办，报告以前必须指定。",
        [
            Hops(petition, h => h.MayName && h.Issued.To == people.Court, law), Staff(petition, people), new("phone", "办公电话", FieldKind.Text, []),
        ]),
        "hop-report" => ("向交办的法院报告进展和结果；本院继续向下交办的，先审查下级法院的报告。",
        [
            Hops(petition, h => h.IsOpen && h.Issued.To == people.Court && h.Pending is null, law), new("progress", "办理进展", FieldKind.TextArea, []) { Value = petition.Handling.Opinion?.Submitted.Progress },
            new("result", "办理结果", FieldKind.TextArea, []) { Value = petition.Handling.Opinion?.Submitted.Result }, .. Measures(petition, people, law, today),
            new("document", "报告文号和存放处", FieldKind.Text, []),
        ]),
        "hop-progress" => ("期限以前还没有结果的，报告进展情况；本院继续向下交办、下级还没有报告的，也可以报告。上级法院另定报告结果的期限。",
        [
            Hops(petition, h => h.IsOpen && h.Issued.To == people.Court && h is { Pending: null, DueOn: not null }, law), new("progress", "办理进展", FieldKind.TextArea, []),
            new("next", "下一步和预计办结的时间", FieldKind.TextArea, []), new("document", "报告文号和存放处", FieldKind.Text, []),
        ]),
        "hop-report-decision" => ("认可结果报告的，这次交办终结；认可进展报告的，另定报告结果的期限；不当的退回，写明怎样改正。",
        [
            Hops(petition, h => h.Issued.From == people.Court && h is { IsOpen: true, Pending: not null }, law), new("agreed", "审查结论", FieldKind.Radio, [new("yes", "认可"), new("no", "退回")]), Opinion with { Label = "审查意见或者退回理由" },
            Due with { Label = "新的报告期限", Hint = "进展报告必须填；退回的可以填，空着就是原期限。写作 2026-02-14。" },
        ]),
        "hop-pressing" => ("报告逾期的才催报；催报不改变原期限。",
        [
            Hops(petition, h => h.Issued.From == people.Court && petition.IsOverdue(h, today), law), new("means", "催报方式", FieldKind.Radio, [.. Lists.OverdueMeans(law).Items.Select(i => new Choice(i.Code, i.Name))]),
            new("content", "催报内容", FieldKind.TextArea, [], "向谁催报，对方答应何时报告。"),
        ]),
        "hop-recall" => ("收回以后由本院重新负责，更下级的交办一并终结。", [Hops(petition, h => h.IsOpen && h.Issued.From == people.Court, law), Opinion with { Label = "理由" }]),
        "report-up-draft" => ("承办人起草，局长审核，主管院长批准，然后报出。",
        [
            Awaiting(petition, people, law), new("body", "报送给", FieldKind.Text, [], "等待结果的部门或者领导。"), new("content", "专报内容", FieldKind.TextArea, []) { Value = Results(petition, people) },
            new("document", "专报文号和存放处", FieldKind.Text, []),
        ]),
        "report-up-review" or "report-up-approval" => ("不同意的，退回重新起草。",
            [Awaiting(petition, people, law), new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意"), new("no", "退回")]), Opinion]),
        "report-up-sending" => ("报出以后，专报的时限办结。", [Awaiting(petition, people, law), new("proof", "报送凭据", FieldKind.Text, [], "签收单、发文登记的编号和存放处。")]),
        _ => null,
    };

    /// <summary>A hop in words: from where to where, by which letter.</summary>
    public static string Line(Law law, Hop hop) => $"{law.Court(hop.Issued.From).Name} → {law.Court(hop.Issued.To).Name}　{hop.Issued.Letter}";

    private static ActField Letter(string label) => new("letter", label, FieldKind.Text, []) { Span = 6 };

    /// <summary>The courts right under the viewer's; the one on the way to the enforcing court first.</summary>
    private static ActField Children(Petition petition, ActPeople people, Law law, DateOnly today)
    {
        var way = HandDownActs.Enforcing(law, petition, today) is { } enforcing ? law.Chain(enforcing) : [];
        var below = law.Courts.Children(law.Court(people.Court));
        var next = below.FirstOrDefault(c => way.Contains(c.Number));
        return new ActField(
            "court", "交给", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. below.OrderByDescending(c => c == next).Select(c => new Choice(c.Name, c.Name))],
            next is null ? "案号没有识别出执行法院，请选择。" : "按案号，执行法院是" + law.Court(way[0]).Name + "。") { Value = next?.Name };
    }

    private static ActField Court(Petition petition, Law law, DateOnly today) => new("court", "执行法院", FieldKind.Text, [], "法院全称。")
    {
        Value = HandDownActs.Enforcing(law, petition, today) is { } enforcing ? law.Court(enforcing).Name : null,
    };

    /// <summary>The situations that ask for the mode, where an instrument in force at the viewer's court has them.</summary>
    private static IEnumerable<ActField> Situation(string path, ActPeople people, Law law, DateOnly today)
    {
        if (law.List(people.Court, Lists.ModeSituations, today) is not { } list)
        {
            yield break;
        }

        var clause = path switch { "direct-transfer" => "HNP-7(1)", "transfer-with-result" => "HNP-7(2)", _ => "HNP-7(3)" };
        yield return new ActField(
            "situation", "选择这种方式的情形", FieldKind.Radio, [.. list.Items.Where(i => i.Clause == clause).SelectMany(i => i.Sub.Count == 0 ? [i] : i.Sub).Select(i => new Choice(i.Code, i.Name))]);
    }

    /// <summary>The first review: the way with its situations, and the instruction where there is one.</summary>
    private static IEnumerable<ActField> ReviewFields(Petition petition, ActPeople people, Law law, DateOnly today)
    {
        var modes = law.Court(people.Court).Level == Zhixin.Courts.CourtLevel.High
            ? new[] { HandDownMode.HandDown, HandDownMode.DirectTransfer, HandDownMode.TransferWithResult }
            : [HandDownMode.HandDown];
        yield return new ActField("way", "处理方式", FieldKind.Radio, [.. modes.Select(m => new Choice(ReadRows.Code(m), CodeWords.Of(m))), new(HandDownActs.Supervised, "已经启动督办")])
        {
            Value = petition.HandDowns.Review(people.Court) is { } before ? before.Mode is { } mode ? ReadRows.Code(mode) : HandDownActs.Supervised : null,
        };
        if (law.List(people.Court, Lists.ModeSituations, today) is { } list)
        {
            yield return new ActField("situation", "选择这种方式的情形", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. list.Items.SelectMany(i => i.Sub.Count == 0 ? [i] : i.Sub).Select(i => new Choice(i.Code, i.Name))]);
        }

        foreach (var field in Instruction(petition, people))
        {
            yield return field;
        }

        yield return Opinion with { Label = "审查意见" };
    }

    /// <summary>Who instructed, and when that came: the days of a transfer with result count from it.</summary>
    private static IEnumerable<ActField> Instruction(Petition petition, ActPeople people)
    {
        var reviewed = petition.HandDowns.Review(people.Court);
        yield return new ActField("instructedBy", "谁批示或者要求", FieldKind.Text, [], "上级部门或者本院领导；转办要结果的必须填。") { Span = 8, Value = reviewed?.InstructedBy };
        yield return new ActField("instructedOn", "收到批示的日期", FieldKind.Text, [], "写作 2026-02-14。") { Span = 4, Value = reviewed?.InstructedOn is { } on ? DateText.Iso(on) : null };
    }

    /// <summary>What a court in the middle did itself, where that is asked of it (HNP-10).</summary>
    private static IEnumerable<ActField> Measures(Petition petition, ActPeople people, Law law, DateOnly today) =>
        petition.HandDowns.Open.Any(h => h.Issued.To == people.Court && HandDownActs.OwesMeasures(law, petition, h, today))
            ? [new ActField("measures", "本院采取的督办措施", FieldKind.TextArea, [], "本院已经继续向下交办的可以不填；没有继续交办的，写明采取了什么具体措施。")]
            : [];

    private static string Bar(Petition petition, Law law) => HandingDown.Barred(petition, Lists.Of(law, Lists.Exclusions)) is { } bar ? RefusalTexts.Reason(bar) : "没有。";

    private static ActField Hops(Petition petition, Func<Hop, bool> which, Law law) =>
        new("hop", "哪一次交办", FieldKind.Select, [.. petition.HandDowns.All.Where(which).Select(h => new Choice(h.Issued.No.ToString(), Line(law, h)))]);

    private static ActField Awaiting(Petition petition, ActPeople people, Law law) =>
        Hops(petition, h => h.Issued.From == people.Court && h.AwaitsUp, law);

    private static string? Results(Petition petition, ActPeople people) =>
        petition.HandDowns.All.LastOrDefault(h => h.Issued.From == people.Court && h.AwaitsUp)?.Last is { Reported: var r } ? $"{r.Progress}\n{r.Result}" : null;

    private static ActField Staff(Petition petition, ActPeople people) => new(
        "handler", "承办人", FieldKind.Select,
        [
            new Choice(string.Empty, "请选择"),
            .. people.Staff.Where(s => s.InPost && !petition.Accused.Contains(s.Id)).Select(s => new Choice(s.Id.ToString(), s.Name + "　" + string.Join("、", s.Posts.Select(PostNames.Of)))),
        ]);
}

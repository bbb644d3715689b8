using Zhixin.Courts;
using Zhixin.Regulations;
using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>The ends of a supervision, another round, and what the petitioner is told (HNI-15, HNP-15, SPC16-3(3)).</summary>
internal static class CloseActs
{
    private const string Group = "办结";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        new("telling", "tell-supervision", "告知督办情况", Group, false, call => Telling.Decide(call.Matter, call.Input.Field("content"), call.Input.Field("method"), call.Input.Field("proof")),
            (s, _) => Telling.Nobody(s), form => ("以书面或者其他方式告知信访人督办的过程和结果；办结以后仍可告知。", [new("content", "告知内容", FieldKind.TextArea, []), MeasureForms.Methods(), MeasureForms.Record])),
        new("closing", "close-supervision", "申请办结", Group, true, call => Closing.Ask(
            call.Matter, new AskClosing(call.Input.Blank("condition"), code => call.Input.Field("material." + code), call.Who.Actors), call.Court, Rules(call.Law)),
            Closing.NotAskable, form => ("按督办情形对应的条件办结，材料须齐备，并经处长或者执行局长同意；申请人不能同意自己的申请。", CloseFields(form))),
        new("closing-consent", Closing.Consenting, "同意办结", Group, true, call => call.Input.Choose("agreed", agreed =>
            Closing.Decide(call.Matter, call.Court, agreed, call.Input.Field("reason"), Rules(call.Law), call.Who.Actors)),
            Closing.NothingAsked, _ => ("同意的即告办结；不同意的写明理由，督办继续。",
                [new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意办结"), new("no", "不同意，继续督办")]), new("reason", "理由", FieldKind.TextArea, [], "不同意的须填写。")]))
        {
            Facts = Asked,
        },
        new("settlement-finding", "find-settled", "认定处理合法、事项解决", Group, true, call => Closing.FindSettled(call.Matter, call.Court, Reviews(call.Law, call.Court, call.Input.On), call.Input.Field("finding")),
            (s, _) => ReviewActs.Closed(s), _ => ("报告已经认可，经高级法院审查处理合法、案结事了的，由下级法院作结案处理。", [new("finding", "审查意见", FieldKind.TextArea, [])]))
        {
            AgainstToday = (law, s, court, today) => Closing.NotSettled(s, court, Reviews(law, court, today)),
        },
        new("closing-after-review", "close-after-review", "经审查后办结", "下级办理", true, call => Closing.AfterReview(call.Matter, call.Court, call.Input.Field("evidence")),
            Closing.NotAfterReview, _ => ("上级审查认定处理合法、事项解决的，作结案处理。", [new("evidence", "结案情况和材料", FieldKind.TextArea, [])])),
        new("round", "supervise-again", "再次督办", Group, true, call => Closing.Again(call.Matter, call.Court, call.Input.Field("reason")),
            Closing.NotAgain, _ => ("报告的处理违法或者事项未处理的，应当再次督办直至解决；本轮函件随之终止，另行发函，轮次累计。", [new("reason", "理由和要求", FieldKind.TextArea, [])])),
        new("merging", "merge-supervision", "并入牵头督办件", Group, true, call => Closing.Merge(call.Matter, call.Court, call.Beside as RunningSupervision, call.Input.Field("reason")),
            (s, court) => ReviewActs.Closed(s) ?? (s.Court == court ? null : new Refusal.Law("HNI-2", "supervision-not-lead")), _ => ("同一案件另有上级牵头督办的，并入该件；本件随之结束。", [new("reason", "理由", FieldKind.TextArea, [])]))
        {
            Fetch = Lead,
        },
        new("voiding", "void-supervision", "作废", Group, true, call => Closing.Void(call.Matter, call.Court, call.Input.Field("reason")),
            Closing.NotVoidable, _ => ("登记有误、还没有发函的才可以作废；编号保留。", [new("reason", "理由", FieldKind.TextArea, [])])),
    ];

    /// <summary>Whether a court closes by its review: a High Court where HNP-15 is in force.</summary>
    private static bool Reviews(Database.Petitions.Law law, int court, DateOnly on) => law.Court(court).Level == CourtLevel.High && law.Binds(court, "HNP-15", on);

    private static ClosingRules Rules(Database.Petitions.Law law) => new(Lists.Of(law, SupervisionWords.Closings), Lists.Of(law, SupervisionWords.ClosingsByGround));

    /// <summary>The supervision that leads on the same matter: the oldest that runs; null where that is this one.</summary>
    private static async Task<object?> Lead(Hosting.Office office, Database.Petitions.ActingPerson who, Supervision supervision, ActInput input, CancellationToken stop) =>
        await office.SupervisionLists.Running(who.Scope, supervision.Material.Subject.Petition, supervision.Material.Subject.CaseNumber, inside: false, stop) is { } other && other.Id != supervision.Id.Id
            ? new RunningSupervision(other.Home, other.Id, other.Number, office.Law.Now.Court(other.Court).Name) : null;

    private static IReadOnlyList<ActField> CloseFields(MatterForm<Supervision> form)
    {
        var rules = Rules(form.Law);
        List<CodeItem> fitting = [.. rules.Closings.Items.Where(c => Closing.Fits(form.Matter, c.Code, rules))];
        return
        [
            new("condition", "结案条件", FieldKind.Radio, [.. fitting.Select(c => new Choice(c.Code, $"（{c.Code}）{c.Name}"))]),
            .. fitting.SelectMany(c => Closing.Materials(c).Select((m, i) => new ActField("material." + m.Code, m.Name, FieldKind.Text, [], "写明文书名称、文号和存放处。")
            {
                Value = Known(form.Matter, m.Code), Group = i == 0 ? $"选（{c.Code}）{c.Name}的，材料" : null,
            })),
        ];
    }

    /// <summary>What shows a material as far as it stands in the history: the accepted report, the letter, the ruling.</summary>
    private static string? Known(Supervision supervision, string code) => code[(code.IndexOf('-', StringComparison.Ordinal) + 1)..] switch
    {
        "report" => supervision.Letters.LastOrDefault(l => l.Ended == "accepted")?.LastReport?.Document,
        "letter" => supervision.Letters is [var first, ..] ? first.Issued.Number : null,
        "ruling" => supervision.TakenOver is [.., var taken] ? taken.Ruling : null,
        _ => null,
    };

    private static IReadOnlyList<KeyValue> Asked(MatterForm<Supervision> form) => form.Matter.CloseAsked is not { } asked ? [] :
    [
        new("结案条件", Lists.Name(form.Law, SupervisionWords.Closings, asked.Condition)),
        .. asked.Materials.Select(m => new KeyValue(Lists.Of(form.Law, SupervisionWords.Closings).Find(m.Code)?.Name ?? m.Code, m.Document)),
    ];
}

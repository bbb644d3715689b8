using Zhixin.Checks;
using Zhixin.Database.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Checks;

/// <summary>Builds the page of a record from its fold.</summary>
internal sealed class CheckView(Office office, MatterSeen<CheckRecord> seen, IReadOnlyList<ActingPerson> viewers, IReadOnlyDictionary<Guid, string> names)
{
    private readonly Law _law = office.Law.Now;
    private readonly CheckRecord _record = seen.Matter;

    private string Address => $"/checks/{seen.Id.Home}/{seen.Id.Id}";

    /// <summary>The page.</summary>
    public CheckRecordModel Model()
    {
        var open = _record.Obligations.Count(o => o.IsOpen);
        var timeline = MatterTimeline.Entries(_law, seen.History, names, fact => CheckWords.Of(_law, fact));
        return new CheckRecordModel(
            _record.Filed.Number, Tags(), _record.Filed.CaseNumber, _law.Court(_record.Filed.Court).Name, Next(), OwedRows.Rows(_law, _record.Obligations, office.Today, Who),
            $"未办 {open}，已办 {_record.Obligations.Count - open}", PossibleMatterActs.Of(CheckActs.All, _record, viewers, (who, act) => office.Checks.MayNot(who, act, _record), Address, _law, office.Today),
            [.. _record.Nodes.Reverse().Select(Row)], [.. _record.Feedbacks.Reverse().Select(Row)], timeline, $"最新在前，共 {timeline.Count} 条；每一条都不可删改", [.. Panels()]);
    }

    private List<TagModel> Tags()
    {
        List<TagModel> tags = [new(_record.Runs ? "执行中" : "已结案", _record.Runs)];
        void Count(int count, string text)
        {
            if (count > 0)
            {
                tags.Add(new(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, count), true));
            }
        }

        Count(_record.Risks.Count(r => r.Correction is null), "{0} 项风险待整改");
        Count(_record.Feedbacks.Count(f => f.Waits), "{0} 个问题待答复");
        Count(_record.Nodes.Count(n => n.Checked is null), "{0} 个节点待复核");
        return tags;
    }

    private NextDue? Next() => _record.Next is { } next
        ? new NextDue(next.Rule.Name, Days.Binding(_law, next.Due!.Value, next.Provisional), Days.Owed(_law, next.Due, next.Opened.CountsFrom, office.Today), Clauses.Ref(_law, next.Rule.Clause),
            new ActionModel("查看时限", "#h-obligations"))
        : null;

    private string Who(Zhixin.Obligations.Obligation o)
    {
        var unit = office.Files.Units.FirstOrDefault(u => u.Kind == o.Unit)?.Name;
        return $"{unit}{What(o.Opened.Thing)}";
    }

    /// <summary>Which of several things is meant.</summary>
    private string What(Zhixin.History.Thing? thing) => thing switch
    {
        { Series: "service", No: var no } => "　" + _record.Services.First(s => s.Facts.No == no).Facts.Paper,
        { Series: "node", No: var no } => "　" + CheckWords.Node(_law, _record.Nodes.First(n => n.Facts.No == no).Facts.Node),
        { Series: "risk", No: var no } => "　" + Short(_record.Risks.First(r => r.Facts.No == no).Facts.Risk),
        { Series: "feedback", No: var no } => "　" + Short(_record.Feedbacks.First(f => f.Facts.No == no).Facts.Content),
        _ => string.Empty,
    };

    private NodeRow Row(Node node)
    {
        var risk = _record.Risks.FirstOrDefault(r => r.Facts.OfNode == node.Facts.No);
        return new NodeRow(
            CheckWords.Node(_law, node.Facts.Node), node.On, CheckWords.Doer(_law, node.Facts), node.Facts.Content,
            node.Checked is { } check ? $"{check.CheckerName} {DateText.MonthDay(node.CheckedOn!.Value)} 复核：{check.Opinion}{(check.Exception is { } code ? $"（{Lists.Name(_law, CheckWords.Exceptions, code)}：{check.ExceptionReason}）" : string.Empty)}" : "待另一人复核",
            risk is null ? "没有发现" : Said(risk), node.Checked is null || risk is { Correction: null });
    }

    private FeedbackRow Row(Feedback feedback) => new(
        $"{CheckWords.Of(feedback.Facts.From)}：{(feedback.Facts.Satisfied ? "满意" : "有问题")}", feedback.On,
        feedback.Facts.Satisfied ? feedback.Facts.Content : $"{CheckWords.Node(_law, feedback.Facts.Node)}。{feedback.Facts.Content}",
        feedback switch
        {
            { Answer: { } answer } => $"{names.GetValueOrDefault(answer.By, "本院人员")} {DateText.MonthDay(feedback.AnsweredOn!.Value)} 答复：{answer.Answer}",
            { Waits: true } => "待没有办理该节点的人答复",
            _ => "不需要答复",
        },
        feedback.Waits,
        !feedback.Facts.Satisfied && viewers.Any(v => v.Court == _record.Filed.Court && _law.MayNot(v, "register", null) is null)
            ? "/register?caseNumber=" + Uri.EscapeDataString(_record.Filed.CaseNumber) : null);

    private IEnumerable<SidePanel> Panels()
    {
        yield return new SidePanel("case", "案件", null,
        [
            new("执行法院", _law.Court(_record.Filed.Court).Name), new("案号", _record.Filed.CaseNumber), new("立案", DateText.Iso(_record.FiledOn)),
            new("结案", _record.Conclusion is { } end ? $"{DateText.Iso(_record.ConcludedOn!.Value)}　{end.How}" : "还没有"),
            new("节点", _record.Nodes.Count == 0 ? "还没有登记" : $"{_record.Nodes.Count} 个，由 {_record.Nodes.Select(n => n.Facts.Doer).Distinct().Count()} 人办理"),
        ], new EmptyModel("没有内容", "登记后显示。"));
        yield return new SidePanel("cards", "监督卡", _record.Cards.Count,
            [.. _record.Cards.Reverse().Select(c => new KeyValue(CheckWords.Of(c.Facts.To), RichText.Of(new RichText.Link(new Anchor(c.Facts.Number, $"{Address}/papers/{Paper(c)}")), $"　{DateText.Iso(c.On)}")))],
            new EmptyModel("还没有发放", "发放以后列在这里，可以打印。"));
        yield return new SidePanel("services", "送达", _record.Services.Count,
            [.. _record.Services.Reverse().Select(s => new KeyValue(DateText.Iso(s.On), $"{s.Facts.Paper}　{CheckWords.Of(s.Facts.To)}　{(s.Told is { } told ? $"已告知举报电话 {told.Phone}" : "没有告知举报电话")}"))],
            new EmptyModel("还没有送达", "登记以后列在这里。"));
        yield return new SidePanel("openness", "公开告知", _record.Openness.Count,
            [.. _record.Openness.Reverse().Select(o => new KeyValue(DateText.Iso(o.On), $"{CheckWords.Item(_law, o.Facts.Item)}　{CheckWords.Of(o.Facts.To)}{(o.Facts.Asked ? "　已征求意见" : string.Empty)}"))],
            new EmptyModel("还没有告知", "登记以后列在这里。"));
        if (_record.SpotChecks.Count > 0)
        {
            yield return new SidePanel("spot-checks", "上级抽查", _record.SpotChecks.Count,
                [.. _record.SpotChecks.Reverse().Select(s => new KeyValue(DateText.Iso(s.On), $"{_law.Court(s.Facts.Court).Name}　{s.Facts.Findings}{Spotted(s.On)}"))],
                new EmptyModel("没有抽查", "上级抽查以后列在这里。"));
        }
    }

    private string Spotted(DateOnly on) =>
        string.Concat(_record.Risks.Where(r => r.Facts.OfNode is null && r.On == on).Select(r => "　风险：" + Said(r)));

    private static string Said(Risk risk) => risk.Facts.Risk + (risk.Correction is { } done
        ? $"　{DateText.MonthDay(risk.CorrectedOn!.Value)} 已整改：{done.Correction}" : risk.Facts.DueOn is { } due ? $"　{DateText.Iso(due)} 以前整改" : "　待整改");

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private int Paper(Card card) => _record.Papers.First(p => p.Facts.Number == card.Facts.Number).Facts.No;
}

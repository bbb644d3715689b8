using Zhixin.Database.Petitions;
using Zhixin.Obligations;
using Zhixin.Supervisions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Builds the page of a supervision from its fold; nothing is decided here that the acts do not decide themselves.</summary>
/// <param name="barred">What bars superiors in the petition on which it stands; null where nothing does.</param>
/// <param name="left">Why the petition has not followed the last ruling yet; null where it has, or nothing has to follow.</param>
internal sealed class SupervisionView(Office office, MatterSeen<Supervision> seen, IReadOnlyList<ActingPerson> viewers, IReadOnlyDictionary<Guid, string> names, Refusal.Law? barred, Refusal? left)
{
    private readonly Law _law = office.Law.Now;
    private readonly Supervision _supervision = seen.Matter;
    private readonly DateOnly _today = office.Today;

    private string Address => $"/supervisions/{seen.Id.Home}/{seen.Id.Id}";

    /// <summary>The page.</summary>
    public SupervisionModel Model()
    {
        var (material, open) = (_supervision.Material, _supervision.Obligations.Count(o => o.IsOpen));
        var timeline = MatterTimeline.Entries(_law, seen.History, names, fact => SupervisionTimeline.Of(_law, fact, seen.History));
        return new SupervisionModel(
            material.Number, Tags(), Subject(), material.Complaint, Steps(), Next(), OwedRows.Rows(_law, _supervision.Obligations, _today, Who),
            $"未办 {open}，已办 {_supervision.Obligations.Count - open}　先到期的在前", Acts(), [.. _supervision.Letters.Reverse().Select(Letter)], timeline,
            $"最新在前，共 {timeline.Count} 条；每一条都不可删改", [Persons(), .. SupervisionPanels.Of(_law, _supervision), .. SupervisionRecords.Of(_law, _supervision)]);
    }

    private List<TagModel> Tags()
    {
        List<TagModel> tags = [new(SupervisionWords.Stage(_supervision.Stage), _supervision.IsOpen)];
        if (_supervision.Mode is { } mode)
        {
            tags.Add(new(SupervisionWords.Of(mode)));
        }

        if (_supervision.Listing.Approved is not null && _supervision.Mode != SupervisionMode.Listed)
        {
            tags.Add(new("挂牌督办", true));
        }

        if (barred is not null && _supervision.IsOpen)
        {
            tags.Add(new("不再督办", true));
        }

        tags.AddRange(_supervision.Material.Flags.Select(f => new TagModel(Lists.Of(_law, SupervisionWords.Flags).Find(f)?.Name ?? f, true)));
        if (_supervision.Rounds > 1)
        {
            tags.Add(new($"第 {_supervision.Rounds} 轮", true));
        }

        return tags;
    }

    private RichText Subject()
    {
        var subject = _supervision.Material.Subject;
        return subject is { Petition: { } id, Home: { } home, Number: { } number }
            ? RichText.Of(subject.CaseNumber, "　信访案件 ", new RichText.Link(new Anchor(number, $"/petitions/{home}/{id}")))
            : RichText.Of(subject.CaseNumber, "　直接对执行案件督办");
    }

    private List<StepModel> Steps()
    {
        var letter = _supervision.Letters.Count > 0 ? _supervision.Letters[0] : null;
        var report = _supervision.Letters.SelectMany(l => l.Reports).MinBy(r => r.On);
        (string Name, DateOnly? On)[] steps =
        [
            ("收到材料", _supervision.Material.ReceivedOn), ("初审", _supervision.ReviewedOn), ("发函", letter?.On), ("下级报告", report?.On),
            ("审查报告", _supervision.Letters.SelectMany(l => l.Reports).Select(r => r.FoundOn).Max()), ("办结", _supervision.End?.On),
        ];
        var current = Array.FindIndex(steps, s => s.On is null);
        return [.. steps.Select((s, i) => new StepModel(
            s.Name, s.On is { } on ? DateText.MonthDay(on) : null, s.On is not null ? StepState.Past : i == current && _supervision.IsOpen ? StepState.Current : StepState.Ahead))];
    }

    private NextDue? Next() => _supervision.Next is { } next
        ? new NextDue(next.Rule.Name, Days.Binding(_law, next.Due!.Value, next.Provisional), Days.Owed(_law, next.Due, next.Opened.CountsFrom, _today), Clauses.Ref(_law, next.Rule.Clause),
            new ActionModel("查看时限", "#h-obligations"))
        : null;

    private string Who(Obligation o) =>
        $"{SupervisionWords.Court(_law, o.Opened.Court)}　{(o.Person is { } person ? names.GetValueOrDefault(person, "承办人") : office.Files.Units.FirstOrDefault(u => u.Kind == o.Unit)?.Name ?? "信访专班")}";

    private PossibleActs Acts() =>
        PossibleMatterActs.Of(barred is null ? SupervisionActs.All : SupervisionActs.Under(barred), _supervision, viewers, (who, act) => office.Supervisions.MayNot(who, act, _supervision), Address, _law, _today);

    private LetterModel Letter(Letter l)
    {
        var issued = l.Issued;
        return new LetterModel(
            $"{SupervisionWords.Of(issued.Letter)}　{issued.Number}", $"{SupervisionWords.Court(_law, issued.From)} → {SupervisionWords.Court(_law, issued.To)}",
            l.DueOn is { } due ? RichText.Of(RichText.On(Days.Binding(_law, due))) : "不要求报结果", issued.Demands,
            l.Named is { } named ? named.Name + (named.AcknowledgedOn is { } on ? $"，{DateText.MonthDay(on)} 签收" : "，待签收") : "待指定",
            l switch { { Ended: "accepted" } => "已认可", { Ended: not null } => "已撤回", { Pending: not null } => "报告待审", { OverrunOn: not null } => "严重逾期", _ => "办理中" }, l.IsOpen,
            LetterCourse.Of(_supervision, l));
    }

    private SidePanel Persons()
    {
        var s = _supervision;
        List<KeyValue> items =
        [
            new("督办法院", SupervisionWords.Court(_law, s.Court)), new("执行法院", SupervisionWords.Court(_law, s.Enforcing)),
            new("来源", Lists.Name(_law, SupervisionWords.Sources, s.Material.Source) + (s.Material.Body is { } body ? "　" + body : string.Empty)),
            new("收到材料", DateText.Iso(s.Material.ReceivedOn)),
        ];
        if (s.Reviewer is not null || s.Reviewed is null)
        {
            items.Add(new("审查人", s.Reviewer?.Name ?? "待指定"));
        }

        if (s.Ground is { } ground)
        {
            var (name, clause) = (Lists.Name(_law, SupervisionWords.Grounds, ground), $"HNI-3({ground})");
            items.Add(new("督办情形", _law.Binds(s.Court, clause, _today) ? RichText.Of(name, "　", RichText.By(Clauses.Ref(_law, clause))) : RichText.Of(name)));
        }

        if (barred is not null && s.IsOpen)
        {
            items.Add(new("不再督办", RichText.Of(RefusalTexts.Reason(barred), "不再发函、催办、挂牌；可以按结案条件（8）申请办结。", RichText.By(Clauses.Ref(_law, barred.Clause)))));
        }

        if (left is not null)
        {
            items.Add(new("尚未随案转移", RichText.Of("裁定以后，信访案件还在原法院：", RefusalTexts.Reason(left), "原法院办完这一步，案件自动转移。")));
        }

        if (s.Panel is { } panel)
        {
            items.Add(new("合议庭", string.Join("、", panel.Formed.Members.Select(m => m.Name))));
        }

        return new SidePanel("people", "督办", null, items, new EmptyModel("没有内容", "登记后显示。"));
    }
}

using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Leader;

/// <summary>Shows a page of the board.</summary>
/// <param name="approvals">How much waits for the leader's decision; null for one who decides nothing.</param>
internal sealed class LeaderView(Office office, string name, LeaderQuery query, LeaderCounts counts, int? approvals, IReadOnlyDictionary<Guid, KnownPerson> people)
{
    private readonly Law _law = office.Law.Now;
    private readonly DateOnly _today = office.Today;

    /// <summary>The page of a list of petitions.</summary>
    /// <param name="lines">One more than the page where there is more.</param>
    public LeaderModel Cases(IReadOnlyList<LeaderLine> lines, int size)
    {
        var shown = lines.Take(size).ToList();
        return Model([], [.. shown.Select(Row)], lines.Count > size ? LeaderQuery.Text(shown[^1].Place()) : null, size);
    }

    /// <summary>The page of breaches.</summary>
    public LeaderModel Breaches(IReadOnlyList<OwedLine> lines, IReadOnlyList<BreachGroup> groups, IReadOnlyDictionary<Guid, string> names, int size)
    {
        var shown = lines.Take(size).ToList();
        return Model(
            [.. groups.Select(Group)], [.. shown.Select(l => Row(l, names))], lines.Count > size ? Workbench.WorkbenchQuery.Place(shown[^1].Place()) : null, size);
    }

    private LeaderModel Model(IReadOnlyList<LeaderGroup> groups, IReadOnlyList<LeaderRow> rows, string? next, int size)
    {
        var (title, note, none) = query.Show switch
        {
            LeaderShow.Led => ("我主办的案件", "先到期的在前", new EmptyModel("没有您主办的案件", "在案件页办理“主办”，或者由信访机构负责人确定您主办以后，列在这里。")),
            LeaderShow.Charged => ("我包案的案件", "先到期的在前", new EmptyModel("没有您包案的案件", "在案件页办理“包案”，或者被确定为包案领导以后，列在这里。")),
            LeaderShow.Breaches => ("本院逾期的事项", "最久的在前", new EmptyModel("本院没有逾期的事项", "超过期限没有办完的，按单位和人员列在这里。")),
        };
        return new LeaderModel(
            RichText.Of([
                $"{name}，您好。今天是 ", RichText.On(Days.Binding(_law, _today)), "，本院 ", new RichText.Strong($"{Counted.Text(counts.Breaches)} 项已逾期"), .. Waiting(), "。",
            ]),
            Views(), title, note, groups, rows, none,
            next is null && query.After.Length == 0 ? null : new PagerModel(
                query.After.Length == 0 ? null : (query with { After = string.Empty }).Address(), next is null ? null : (query with { After = next }).Address(),
                size, rows.Count == 0 ? null : $"本页 {rows.Count} 项", "项", "最前", "往后"));
    }

    /// <summary>What waits for the leader's decision, with the way there; nothing for one who decides nothing.</summary>
    private RichText.Piece[] Waiting() => approvals switch
    {
        null => [],
        0 => ["，没有待您审批的事项"],
        { } waiting => ["，", new RichText.Link(new Anchor($"{Counted.Text(waiting)} 项待您审批", "/approvals"))],
    };

    private List<ViewTab> Views()
    {
        ViewTab Tab(string text, LeaderShow show, int count) => new(text, new LeaderQuery(show, null, string.Empty).Address(), query.Show == show, count);
        return [Tab("我主办", LeaderShow.Led, counts.Led), Tab("我包案", LeaderShow.Charged, counts.Charged), Tab("本院逾期", LeaderShow.Breaches, counts.Breaches)];
    }

    private LeaderRow Row(LeaderLine line)
    {
        var href = $"/petitions/{line.Home}/{line.Id}";
        var rule = _law.Packs.SelectMany(p => p.Rules).FirstOrDefault(r => r.Kind == line.NextKind);
        var note = $"{CodeWords.Of(line.Stage)}　承办人 {line.HandlerName ?? "待指定"}";
        return new LeaderRow(
            Days.Owed(_law, line.NextDue, line.OverdueAfter, _today), line.NextDue is { } due ? Days.Binding(_law, due) : null, rule?.Name ?? "没有未办的时限", null,
            Who(line.Petitioners), href, line.Number, line.CaseNumber, note,
            new ActionModel("查看", href));
    }

    private LeaderRow Row(OwedLine line, IReadOnlyDictionary<Guid, string> names)
    {
        var href = Workbench.OwedPlaces.Href(line.Matter, line.Home, line.Stream, line.TriggerOn);
        return new LeaderRow(
            Days.Owed(_law, line.Due, line.CountsFrom, _today), line.Due is { } due ? Days.Binding(_law, due, line.Provisional) : null, line.Name, Clauses.Ref(_law, line.Clause),
            line.Matter switch { "petition" => Who(line.Petitioners), "supervision" => "督办件", "platform-item" => "平台事项", _ => "按日应办" }, href, line.Number, line.CaseNumber, line.ChargedPerson is { } person ? names.GetValueOrDefault(person, "承办人") : Unit(line.ChargedUnit), new ActionModel("查看", href));
    }

    private LeaderGroup Group(BreachGroup group)
    {
        var whose = query with { Of = group.Owner(), After = string.Empty };
        return new LeaderGroup(
            Unit(group.Unit) + (group.Person is null ? string.Empty : "　" + (group.Name ?? "承办人")), whose.Address(), group.Count, Days.Binding(_law, group.Oldest), query.Of == whose.Of);
    }

    private string Unit(string kind) => kind == "petition" ? "信访专班" : kind == ReadRows.Approver ? "审批意见的院领导" : office.Files.Units.FirstOrDefault(u => u.Kind == kind)?.Name ?? "信访专班";

    private string Who(IEnumerable<Guid> petitioners) =>
        string.Join("、", petitioners.Select(p => people.TryGetValue(p, out var known) ? known.Details.Name : PersonDetails.Anonymous).Distinct(StringComparer.Ordinal));
}

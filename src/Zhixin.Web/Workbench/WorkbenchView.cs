using Zhixin.Database.Access;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Workbench;

/// <summary>Shows a page of a queue, grouped by light, with the counts of the whole queue.</summary>
internal sealed class WorkbenchView(
    Office office, Member member, WorkbenchQuery query, OwedCounts counts, IReadOnlyDictionary<Guid, KnownPerson> people, IReadOnlyList<OwedQueue> open)
{
    private readonly Law _law = office.Law.Now;
    private readonly DateOnly _today = office.Today;

    /// <summary>The page.</summary>
    /// <param name="lines">One more than the page where there is more.</param>
    public WorkbenchModel Model(IReadOnlyList<OwedLine> lines, int size, WorkStrip strip)
    {
        var shown = lines.Take(size).ToList();
        var groups = WorkbenchQuery.Lights.Select(light => Group(light, shown)).Where(group => group.Rows.Count > 0).ToList();
        return new WorkbenchModel(
            RichText.Of(
                $"{member.Name}，您好。今天是 ", RichText.On(Days.Binding(_law, _today)), "，有 ", new RichText.Strong($"{Counted.Text(counts.Overdue)} 项已逾期"), "、",
                new RichText.Strong($"{Counted.Text(counts.Soon)} 项须在两个工作日内办完"), "。"),
            strip.Cells(counts.Days, query), Views(), [.. open.Select(q => new ViewTab(Queues.Name(q), "/?scope=" + Queues.Code(q), q == query.Queue))], groups, [], Pager(shown, lines.Count > size, size));
    }

    private PagerModel? Pager(List<OwedLine> shown, bool isMore, int size) => !isMore && query.After is null ? null : new PagerModel(
        query.After is null ? null : (query with { After = null }).Address(),
        isMore ? (query with { After = shown[^1].Place() }).Address() : null,
        size, shown.Count == 0 ? null : $"本页 {shown.Count} 项", "项", "最前", "往后");

    private WorkGroup Group(LightState light, List<OwedLine> shown)
    {
        List<WorkRow> rows = [.. shown.Where(o => Light(o).State == light).Select(Row)];
        var (title, note) = light switch
        {
            LightState.Overdue => ("已逾期", "先办这些；每一项逾期由谁知悉，见案件页"),
            LightState.Soon => ("两个工作日内", "含今天"),
            LightState.NotDue => ("之后", null),
            _ => ("不定期限", "条文没有规定日期"),
        };
        var count = query.On is { } on ? counts.Days.GetValueOrDefault(on, rows.Count) : Of(light);
        return new WorkGroup(title, count, note, rows);
    }

    private int Of(LightState light) => light switch
    {
        LightState.Overdue => counts.Overdue,
        LightState.Soon => counts.Soon,
        LightState.NotDue => counts.Later,
        _ => counts.Untimed,
    };

    private DueLight Light(OwedLine o) => Days.Owed(_law, o.Due, o.CountsFrom, _today);

    private WorkRow Row(OwedLine o)
    {
        var href = OwedPlaces.Href(o.Matter, o.Home, o.Stream, o.TriggerOn);
        var light = Light(o);
        var next = o.Kind switch
        {
            "hand-to-handler" when query.Queue != OwedQueue.Mine => new ActionModel("分办", href + "#assign", light.State == LightState.Overdue),
            "hand-to-handler" => new ActionModel("签收", href, light.State == LightState.Overdue),
            _ => new ActionModel("办理", href, light.State == LightState.Overdue),
        };
        return new WorkRow(
            light, o.Due is { } day ? Days.Binding(_law, day, o.Provisional) : null, Clauses.Ref(_law, o.Clause), o.Name, href, Who(o), o.Number.Length == 0 || o.Matter == "report" ? null : o.CaseNumber ?? "案件待识别", Note(o), next);
    }

    private static string Note(OwedLine o) =>
        (o.TriggerOn is { } from ? $"{DateText.Iso(from)} 起算" : "起算日缺失") + (o.CountsFrom is { } counted && counted > o.Due ? $"；补记，自 {DateText.Iso(counted)} 的次日计逾期" : string.Empty);

    private string Who(OwedLine o) => o.Matter switch
    {
        "supervision" => $"督办件 {o.Number}",
        "platform-item" => $"平台事项 {o.Number}",
        "enforcement-case" => $"执行监督记录 {o.Number}",
        "report" => $"举报 {o.Number}",
        _ when o.Number.Length == 0 => string.Empty,
        _ => People(o),
    };

    private string People(OwedLine o) => string.Join("、", o.Petitioners.Select(p => people.TryGetValue(p, out var known) ? known.Details.Name : PersonDetails.Anonymous).Distinct(StringComparer.Ordinal));

    private List<ViewTab> Views()
    {
        ViewTab Tab(string text, LightState? light, int count) => new(
            text, (query with { Light = light, On = null, After = null }).Address(), query.On is null && query.Light == light, count);
        List<ViewTab> tabs =
        [
            Tab("全部", null, counts.All), Tab("已逾期", LightState.Overdue, counts.Overdue), Tab("两个工作日内", LightState.Soon, counts.Soon),
            Tab("之后", LightState.NotDue, counts.Later), Tab("不定期限", LightState.Untimed, counts.Untimed),
        ];
        if (query.On is { } on)
        {
            tabs.Add(new ViewTab($"{DateText.MonthDay(on)} 到期", (query with { After = null }).Address(), true, counts.Days.TryGetValue(on, out var due) ? due : null));
        }

        return tabs;
    }
}

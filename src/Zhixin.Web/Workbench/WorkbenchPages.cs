using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using DayKind = Zhixin.Calendar.DayKind;

namespace Zhixin.Web.Workbench;

/// <summary>Everything one owes, by due date; and what the unit owes that nobody is named for.</summary>
public static class WorkbenchPages
{
    private const int Most = 200;

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/", Show);
        app.MapGet("/api/obligations", Json).WithSummary("我应办的事项");
    }

    private static async Task<IResult> Json(HttpContext http, Office office, string? scope, CancellationToken stop)
    {
        var queue = Queues.Of(scope);
        return MayNot(http, office, queue) is { } refusal ? Replies.Problem(refusal) : Results.Ok(await Owed(http.Member(), office, queue, stop));
    }

    private static Refusal? MayNot(HttpContext http, Office office, Queue queue) =>
        queue == Queue.Mine ? null : UnitSetup.MayNotOpen(http.Member().Posts, office.Files.Posts, queue == Queue.Key);

    private static Task<List<OwedLine>> Owed(Member member, Office office, Queue queue, CancellationToken stop) => queue switch
    {
        Queue.Mine => Own(member, office, stop),
        Queue.Unit => office.Lists.Owed(member.Scope, null, Most, stop),
        Queue.Key => office.Lists.OwedInKey(member.Scope, Most, stop),
    };

    /// <summary>What one is named for; a handler also what waits for the own acknowledgement.</summary>
    private static async Task<List<OwedLine>> Own(Member member, Office office, CancellationToken stop)
    {
        var own = await office.Lists.Owed(member.Scope, member.Id, Most, stop);
        return member.Posts.Contains("handler")
            ? [.. own.Concat(await office.Lists.ToAcknowledge(member.Scope, member.Id, Most, stop)).OrderBy(o => o.Due ?? DateOnly.MaxValue)]
            : own;
    }

    private static async Task<IResult> Show(HttpContext http, Office office, string? scope, string? light, CancellationToken stop)
    {
        var member = http.Member();
        if (member.IsAdministrator)
        {
            return Results.Redirect(Viewers.Pages(member).Contains("staff") ? "/regulations" : "/access-log");
        }

        List<Queue> open = [.. Enum.GetValues<Queue>().Where(q => MayNot(http, office, q) is null)];
        if (!open.Contains(Queues.Of(scope)))
        {
            return Replies.Error(http, 403);
        }

        var queue = Queues.Of(scope);
        var owed = await Owed(member, office, queue, stop);
        if (scope is null && owed.Count == 0 && open.Count > 1 && member.Posts.Any(p => p is "petition-officer" or "petition-unit-head" or UnitSetup.CommandCentre))
        {
            queue = open[1];
            owed = await Owed(member, office, queue, stop);
        }

        var people = (await Task.WhenAll(owed.GroupBy(o => o.Home).Select(g => office.Persons.Open(member.Scope, g.Key, g.SelectMany(o => o.Petitioners), stop))))
            .SelectMany(p => p).ToDictionary(p => p.Id);
        return Replies.Page<WorkbenchPage>(http, new Builder(office, member, owed, people, queue, open, light).Model() with
        {
            Messages = await Petitions.MessagePages.Unseen(office, member, stop),
            Proposals = queue == Queue.Unit ? (await office.Joins.Waiting(member.Scope, stop)).Count : 0,
        });
    }

    private sealed class Builder(Office office, Member member, List<OwedLine> owed, Dictionary<Guid, KnownPerson> people, Queue queue, IReadOnlyList<Queue> open, string? light)
    {
        private readonly Law _law = office.Law.Now;
        private readonly DateOnly _today = office.Today;

        public WorkbenchModel Model()
        {
            var groups = new[] { Group(LightState.Overdue, "已逾期", "先办这些；每一项逾期由谁知悉，见案件页"), Group(LightState.Soon, "两个工作日内", "含今天"), Group(LightState.NotDue, "之后", null), Group(LightState.Untimed, "不定期限", "条文没有规定日期") };
            var counts = groups.ToDictionary(g => g.State, g => g.Group.Count);
            return new WorkbenchModel(
                RichText.Of($"{member.Name}，您好。今天是 ", RichText.On(Days.Binding(_law, _today)), "，有 ", new RichText.Strong($"{counts[LightState.Overdue]} 项已逾期"), "、", new RichText.Strong($"{counts[LightState.Soon]} 项须在两个工作日内办完"), "。"),
                Strip(), Views(counts), Scopes(), [.. groups.Where(g => g.Group.Count > 0 && (light is null || g.State.ToString().Equals(light, StringComparison.OrdinalIgnoreCase))).Select(g => g.Group)], []);
        }

        private (LightState State, WorkGroup Group) Group(LightState state, string title, string? note)
        {
            var rows = owed.Where(o => Days.Owed(_law, o.Due, o.CountsFrom, _today).State == state).ToList();
            var seen = new HashSet<DateOnly>();
            return (state, new WorkGroup(title, rows.Count, note, [.. rows.Select(o => Row(o, seen))]));
        }

        private WorkRow Row(OwedLine o, HashSet<DateOnly> seen)
        {
            var href = $"/petitions/{o.Home}/{o.Stream}";
            var anchor = o.Due is { } due && seen.Add(due) ? $"d{due:MMdd}" : null;
            var next = o.Kind switch
            {
                "hand-to-handler" when queue != Queue.Mine => new ActionModel("分办", href + "#assign", Late(o)),
                "hand-to-handler" => new ActionModel("签收", href, Late(o)),
                _ => new ActionModel("办理", href, Late(o)),
            };
            return new WorkRow(
                Days.Owed(_law, o.Due, o.CountsFrom, _today), o.Due is { } day ? Days.Binding(_law, day, o.Provisional) : null, Clauses.Ref(_law, o.Clause), o.Name, href,
                Who(o), o.CaseNumber ?? "案件待识别", Note(o), next, anchor);
        }

        private static string Note(OwedLine o) =>
            (o.TriggerOn is { } from ? $"{DateText.Iso(from)} 起算" : "起算日缺失") + (o.CountsFrom is { } counted && counted > o.Due ? $"；补记，自 {DateText.Iso(counted)} 的次日计逾期" : string.Empty);

        private bool Late(OwedLine o) => Days.Owed(_law, o.Due, o.CountsFrom, _today).State == LightState.Overdue;

        private string Who(OwedLine o) => string.Join("、", o.Petitioners.Select(p => people.TryGetValue(p, out var known) ? known.Details.Name : PersonDetails.Anonymous));

        private List<ViewTab> Views(Dictionary<LightState, int> counts)
        {
            var scope = Queues.Code(queue);
            return
            [
                new("全部", $"/?scope={scope}", light is null, owed.Count),
                new("已逾期", $"/?scope={scope}&light=overdue", light == "overdue", counts[LightState.Overdue]),
                new("两个工作日内", $"/?scope={scope}&light=soon", light == "soon", counts[LightState.Soon]),
                new("之后", $"/?scope={scope}&light=notdue", light == "notdue", counts[LightState.NotDue]),
                new("不定期限", $"/?scope={scope}&light=untimed", light == "untimed", counts[LightState.Untimed]),
            ];
        }

        private List<ViewTab> Scopes() => [.. open.Select(q => new ViewTab(Queues.Name(q), "/?scope=" + Queues.Code(q), q == queue))];

        /// <summary>The next ten working days; runs of days off are one cell.</summary>
        private List<StripDay> Strip()
        {
            var (cells, day, workdays) = (new List<StripDay>(), _today, 0);
            while (workdays < 10)
            {
                if (_law.Calendar.IsWorkday(day) || day == _today)
                {
                    cells.Add(Workday(day));
                    (day, workdays) = (day.AddDays(1), workdays + 1);
                    continue;
                }

                var last = day;
                while (!_law.Calendar.IsWorkday(last.AddDays(1)))
                {
                    last = last.AddDays(1);
                }

                cells.Add(DaysOff(day, last));
                day = last.AddDays(1);
            }

            return cells;
        }

        private StripDay Workday(DateOnly day)
        {
            var due = owed.Count(o => o.Due == day);
            var makeUp = _law.Calendar.DayOf(day).Kind == DayKind.MakeUp ? "　调休上班" : string.Empty;
            var caption = (day == _today ? "今天　" : string.Empty) + DateText.Weekday(day) + makeUp;
            return new StripDay(caption, DateText.MonthDay(day), due == 0 ? "无" : $"{due} 项到期", due == 0 ? null : $"#d{day:MMdd}", day == _today);
        }

        private StripDay DaysOff(DateOnly first, DateOnly last)
        {
            var holiday = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(i => _law.Calendar.DayOf(first.AddDays(i)).Name).FirstOrDefault(n => n is not null);
            return first == last
                ? new StripDay($"{DateText.Weekday(first)}　{holiday ?? "休息"}", DateText.MonthDay(first), null, IsOff: true)
                : new StripDay($"{DateText.Weekday(first)}至{DateText.Weekday(last)}　{(holiday is null ? "休息" : holiday + "放假")}", $"{DateText.MonthDay(first)} 至 {DateText.MonthDay(last)}", "期间届满的顺延", IsOff: true, IsWide: true);
        }
    }
}

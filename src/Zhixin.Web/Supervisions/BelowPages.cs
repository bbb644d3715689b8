using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Reception;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Supervisions;

/// <summary>Something overdue below.</summary>
/// <param name="Owes">What is owed, by whom, since when.</param>
public sealed record BelowRow(DueLight Light, BindingDay? Day, ClauseRef Clause, string Owes, string Court, string AnswersTo, string Whose, string Kind, string Number, string? CaseNumber, ActionModel Next);

/// <summary>A court of the drill-down.</summary>
/// <param name="Counts">By kind of matter, in the order of the headings.</param>
public sealed record BelowCourt(string Name, string? Href, IReadOnlyList<Figure> Counts, BindingDay Oldest);

/// <summary>The page "overdue below".</summary>
/// <param name="Crumbs">From the viewer's own court down to the one that is shown.</param>
public sealed record BelowModel(
    IReadOnlyList<Anchor> Crumbs, RichText Summary, IReadOnlyList<string> Kinds, IReadOnlyList<BelowCourt> Courts, IReadOnlyList<ViewTab> Views, IReadOnlyList<BelowRow> Rows, EmptyModel None,
    PagerModel? Pager);

/// <summary>Overdue below 下级逾期, drilled down along the tree. Query: court (its number), matter (petition | supervision | platform-item), after, size.</summary>
public static class BelowPages
{
    private const int PageSize = 50;

    /// <summary>The kinds of matter, with their words, in the order of the page.</summary>
    internal static readonly (string Kind, string Word)[] Kinds = [("petition", "交办"), ("supervision", "督办"), ("platform-item", "平台事项")];

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/overdue-below", Show);
        app.MapGet("/api/overdue-below", Json).WithSummary("下级逾期：court、matter、after、size");
    }

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        if (Under(http, office) is not { } under)
        {
            return Replies.Problem(404, "http-404");
        }

        var (scope, most) = (http.Member().Scope, Math.Clamp(size ?? PageSize, 1, 200));
        var lines = await office.Below.Page(scope, under, Matter(http), office.Today, WorkbenchQuery.Place(http.Request.Query["after"].ToString()), most, stop);
        return Results.Ok(new
        {
            counts = await office.Below.Counts(scope, under, office.Today, stop), overdue = lines, after = lines.Count == most ? WorkbenchQuery.Place(lines[^1].Place()) : null,
        });
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        if (Under(http, office) is not { } under)
        {
            return Replies.Error(http, 404);
        }

        var (scope, place) = (http.Member().Scope, WorkbenchQuery.Place(http.Request.Query["after"].ToString()));
        var counts = await office.Below.Counts(scope, under, office.Today, stop);
        var lines = await office.Below.Page(scope, under, Matter(http), office.Today, place, PageSize + 1, stop);
        var shown = lines.Take(PageSize).ToList();
        var names = await StaffNames.Of(office, shown.Select(l => l.ChargedPerson).OfType<Guid>(), stop);
        return Replies.Page<BelowPage>(http, new BelowView(office, scope.Court, under, Matter(http), counts, names).Model(
            shown, lines.Count > PageSize ? WorkbenchQuery.Place(shown[^1].Place()) : null, place is null, PageSize));
    }

    private static string? Matter(HttpContext http) => Kinds.Select(k => k.Kind).FirstOrDefault(k => k == http.Request.Query["matter"].ToString());

    /// <summary>The court whose area is shown: the viewer's own, or one under it; null for any other.</summary>
    private static Court? Under(HttpContext http, Office office)
    {
        var (law, own) = (office.Law.Now, http.Member().Court);
        var court = int.TryParse(http.Request.Query["court"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? law.Courts.ByNumber(number) : law.Court(own);
        return court is not null && law.Chain(court.Number).Contains(own) ? court : null;
    }
}

/// <summary>Shows a page of what is overdue below.</summary>
internal sealed class BelowView(Office office, int own, Court under, string? matter, IReadOnlyList<BelowCount> counts, IReadOnlyDictionary<Guid, string> names)
{
    private readonly Law _law = office.Law.Now;

    /// <summary>The page.</summary>
    public BelowModel Model(IReadOnlyList<BelowLine> lines, string? next, bool isFirst, int size)
    {
        var all = counts.Sum(c => c.Count);
        return new BelowModel(
            [.. _law.Chain(under.Number).Reverse().SkipWhile(c => c != own).Select(_law.Court).Select(c => new Anchor(c.Name, Address(c, matter)))],
            RichText.Of($"{under.Name}辖区，上级交办、督办和平台事项中下级法院已逾期 ", new RichText.Strong($"{all} 项"), "，逾期最久的在前。"), [.. BelowPages.Kinds.Select(k => k.Word)], Courts(),
            [
                new ViewTab("全部", Address(under, null), matter is null, all),
                .. BelowPages.Kinds.Select(k => new ViewTab(k.Word, Address(under, k.Kind), matter == k.Kind, counts.Where(c => c.Matter == k.Kind).Sum(c => c.Count))),
            ],
            [.. lines.Select(Row)], new EmptyModel("下级法院没有逾期", "上级交办、督办、平台事项中，下级法院到期没有办完的，列在这里。"),
            next is null && isFirst ? null : new PagerModel(isFirst ? null : Address(under, matter), next is null ? null : $"{Address(under, matter)}&after={next}", size, $"本页 {lines.Count} 项", "项", "最前", "往后"));
    }

    private List<BelowCourt> Courts() =>
    [
        .. counts.GroupBy(c => c.Court).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key).Select(g =>
        {
            var court = _law.Court(g.Key);
            return new BelowCourt(
                court.Name, court.Number == under.Number ? null : Address(court, null),
                [.. BelowPages.Kinds.Select(k => new Figure(g.Where(c => c.Matter == k.Kind).Sum(c => c.Count), Address(court, k.Kind))), new Figure(g.Sum(c => c.Count), Address(court, null))],
                Days.Binding(_law, g.Min(c => c.Oldest)));
        }),
    ];

    private BelowRow Row(BelowLine line)
    {
        var unit = line.ChargedUnit == "petition" ? "信访专班" : office.Files.Units.FirstOrDefault(u => u.Kind == line.ChargedUnit)?.Name ?? "信访专班";
        return new BelowRow(
            Days.Owed(_law, line.Due, line.CountsFrom, office.Today), line.Due is { } due ? Days.Binding(_law, due) : null, Clauses.Ref(_law, line.Clause), line.Name, _law.Court(line.Court).Name,
            _law.Court(line.AnswersTo).Name, line.ChargedPerson is { } person ? names.GetValueOrDefault(person, "承办人") : unit + "（没有指定承办人）",
            BelowPages.Kinds.FirstOrDefault(k => k.Kind == line.Matter).Word ?? "督办", line.Number, line.CaseNumber,
            new ActionModel(line.AnswersTo == own ? "督促" : "查看", OwedPlaces.Href(line.Matter, line.Home, line.Stream, null) + "#h-acts"));
    }

    private static string Address(Court court, string? matter) => string.Create(CultureInfo.InvariantCulture, $"/overdue-below?court={court.Number}{(matter is null ? string.Empty : "&matter=" + matter)}");
}

using Microsoft.AspNetCore.Mvc;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Hops;

/// <summary>A hop in the list.</summary>
/// <param name="Day">Until when it is to be reported; null where no date is set.</param>
public sealed record HopRow(Anchor Petition, string? CaseNumber, string Summary, string From, string To, string Mode, string Letter, BindingDay Issued, BindingDay? Day, DueLight Light, string Note);

/// <summary>The list of a court's hops.</summary>
/// <param name="Lead">What stands open, in one sentence.</param>
/// <param name="Pager">Null where everything stands on one page.</param>
public sealed record HopsModel(RichText Lead, IReadOnlyList<ViewTab> Views, IReadOnlyList<HopRow> Rows, EmptyModel None, PagerModel? Pager);

/// <summary>A hop through the API.</summary>
/// <param name="Joint">Whether the court in <paramref name="To"/> handles it together with the one to which it went down.</param>
public sealed record HopJson(
    int Home, Guid Petition, string Number, int No, int From, int To, bool Joint, string Mode, string Letter, DateOnly IssuedOn, DateOnly? DueOn, bool Overdue, string? Handler, DateOnly? ReportedOn, int Pressed);

/// <summary>What a court handed down and has from above, whoever answers for the matter now.</summary>
public static class HopPages
{
    private const int PageSize = 50;

    private static readonly (string Word, HopQueue Queue)[] Queues = [("out", HopQueue.Out), ("reported", HopQueue.Reported), ("in", HopQueue.In), ("up", HopQueue.Up)];

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/hand-downs", Show);
        app.MapGet("/api/hand-downs", Json).WithSummary("本院交办和收到的交办：show=out、reported、in、up，after、size");
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var scope = http.Member().Scope;
        var counts = await office.Hops.Counts(scope, office.Today, stop);
        var queue = Of(http.Request.Query["show"].ToString()) ?? (counts.Out + counts.Up == 0 ? HopQueue.In : HopQueue.Out);
        var place = WorkbenchQuery.Place(http.Request.Query["after"].ToString());
        var lines = await office.Hops.Page(scope, queue, place, PageSize + 1, stop);
        var shown = lines.Take(PageSize).ToList();
        return Replies.Page<HopsPage>(http, new HopsModel(
            Lead(office, counts), Views(queue, counts), [.. shown.Select(l => Row(office, l))], None(queue),
            place is null && lines.Count <= PageSize ? null : new PagerModel(
                place is null ? null : Address(queue, null), lines.Count > PageSize ? Address(queue, shown[^1].Place()) : null, PageSize, $"本页 {shown.Count} 项", "项", "最前", "往后")));
    }

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var lines = await office.Hops.Page(
            http.Member().Scope, Of(http.Request.Query["show"].ToString()) ?? HopQueue.Out, WorkbenchQuery.Place(http.Request.Query["after"].ToString()), most, stop);
        return Results.Ok(new
        {
            handDowns = lines.Select(l => new HopJson(
                l.Home, l.Stream, l.Number, l.No, l.FromCourt, l.ToCourt, l.Joint, l.Mode, l.Letter, l.IssuedOn, l.Due, l.ReportedOn is null && l.OverdueAfter < office.Today, l.HandlerName,
                l.ReportedOn, l.Pressed)),
            after = lines.Count == most ? WorkbenchQuery.Place(lines[^1].Place()) : null,
        });
    }

    private static RichText Lead(Office office, HopCounts counts) => RichText.Of(
        "今天是 ", RichText.On(Days.Binding(office.Law.Now, office.Today)), "，本院交出在办 ", new RichText.Strong($"{Counted.Text(counts.Out)} 项"), "，其中逾期未报 ", new RichText.Strong($"{Counted.Text(counts.Late)} 项"), "。");

    private static List<ViewTab> Views(HopQueue current, HopCounts counts)
    {
        ViewTab Tab(string text, HopQueue queue, int count) => new(text, Address(queue, null), current == queue, count);
        return [Tab("本院交出", HopQueue.Out, counts.Out), Tab("待审查报告", HopQueue.Reported, counts.Reported), Tab("收到交办", HopQueue.In, counts.In), Tab("待专报", HopQueue.Up, counts.Up)];
    }

    private static HopRow Row(Office office, HopLine line)
    {
        var law = office.Law.Now;
        var light = line.ReportedOn is { } on ? new DueLight(LightState.Fulfilled, $"{DateText.MonthDay(on)} 已报告") : Days.Owed(law, line.Due, line.OverdueAfter, office.Today);
        return new HopRow(
            new Anchor(line.Number, $"/petitions/{line.Home}/{line.Stream}#h-hand-down"), line.CaseNumber, line.Summary, law.Court(line.FromCourt).Name, law.Court(line.ToCourt).Name,
            CodeWords.Of(Codes.Of<HandDownMode>(line.Mode)!.Value), line.Letter, Days.Binding(law, line.IssuedOn), line.Due is { } day ? Days.Binding(law, day) : null, light,
            $"{(line.Joint ? "与其他法院共同办理，" : string.Empty)}承办人 {line.HandlerName ?? "待指定"}{(line.Pressed > 0 ? $"，已催报 {line.Pressed} 次" : string.Empty)}");
    }

    private static EmptyModel None(HopQueue queue) => queue switch
    {
        HopQueue.Out => new EmptyModel("没有在办的交办", "本院交给下级法院、还没有终结的，不论现在由哪个法院负责，列在这里。"),
        HopQueue.Reported => new EmptyModel("没有等待审查的报告", "下级法院已经报告、等待本院认可或者退回的，列在这里。"),
        HopQueue.In => new EmptyModel("没有收到的交办", "上级法院交给本院或者本院与其他法院共同办理、还没有终结的，列在这里。"),
        HopQueue.Up => new EmptyModel("没有等待专报的交办", "报告已经认可、上级部门或者领导还在等待结果的，列在这里。"),
    };

    private static HopQueue? Of(string word) => Queues.Where(q => q.Word == word).Select(q => (HopQueue?)q.Queue).FirstOrDefault();

    private static string Address(HopQueue queue, OwedPlace? after) =>
        $"/hand-downs?show={Queues.First(q => q.Queue == queue).Word}{(after is { } place ? "&after=" + WorkbenchQuery.Place(place) : string.Empty)}";
}

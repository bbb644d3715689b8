using System.Globalization;
using Zhixin.Authority;
using Zhixin.Calendar;
using Zhixin.Database.Access;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Shell;

/// <summary>The access log, for the audit administrator and the inspection; reading it is logged too.</summary>
public static class AccessLogPages
{
    private const int PageSize = 100;

    private static readonly string[] Dates = ["from", "to"];

    /// <summary>Every act that is written to the log, as people call it.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sign-in"] = "登录", ["sign-out"] = "退出", ["read-petition"] = "打开案件", ["read-attachment"] = "打开材料", ["read-withdrawn-attachment"] = "打开已撤回的材料", ["read-contact"] = "打开来访来信", ["match"] = "比对", ["unmask"] = "显示完整号码",
        ["export"] = "导出", ["print"] = "打印", ["print-receipt"] = "打印回执", ["read-paper"] = "打开文书", ["preview-paper"] = "预览文书", ["print-paper"] = "打印文书", ["export-paper"] = "下载文书", ["import"] = "导入", ["read-access-log"] = "查看访问日志", ["search"] = "检索", ["ledger"] = "打开台账",
        ["sign-in-failed"] = "登录失败", ["locked-out"] = "连续失败，暂停登录", ["change-password"] = "更换口令", ["set-up-second-step"] = "设置动态码", ["reset-password"] = "重置口令",
        ["create-key"] = "新建接口密钥", ["revoke-key"] = "停用接口密钥", ["read-ledger"] = "检索台账", ["read-corrections"] = "查看待改正的行", ["match-out-of-sight"] = "比对到范围外的案件",
        ["edit-contact-card"] = "修改联系方式", ["read-reception"] = "查看接访台账", ["read-bulletin"] = "打开通报",
    };

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/access-log", Show);
        app.MapGet("/api/access-log", Json).WithSummary("查看记录");
    }

    private static Refusal.Authority? MayNot(HttpContext http, Office office) =>
        office.Law.Now.Authority.MayDo("read-access-log", http.Member().Posts, CourtRelation.Own, []);

    private static async Task<IResult> Json(HttpContext http, Office office, CancellationToken stop)
    {
        if (MayNot(http, office) is { } refusal)
        {
            return Replies.Problem(refusal);
        }

        var (filter, wrong) = Read(http.Request.Query);
        return wrong is not null ? Replies.Problem(wrong) : Results.Ok(await Page(http, office, filter, stop));
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        if (MayNot(http, office) is not null)
        {
            return Replies.Error(http, 403);
        }

        var (filter, wrong) = Read(http.Request.Query);
        var rows = wrong is null ? await Page(http, office, filter, stop) : [];
        var form = new FormState(
            http.Request.Query.ToDictionary(q => q.Key, q => (string?)q.Value.ToString(), StringComparer.Ordinal),
            wrong is null ? [] : [new FieldMessage(wrong.Field, MessageKind.Error, Texts.RefusalTexts.Reason(wrong))]);
        var acts = Names.Select(a => new Choice(a.Key, a.Value)).Prepend(new Choice("", "全部"));
        var summary = (http.Member().Court == 0 ? "各法院" : http.Member().CourtName) + "的查看记录，最新在前；查看本页也会留下记录。";
        return Replies.Page<AccessLogPage>(
            http, new AccessLogModel(form, [.. acts], [.. rows.Take(PageSize).Select(r => Row(r, http.Member()))], Pager(http.Request.Query, filter, rows), summary), wrong is null ? 200 : 400);
    }

    private static async Task<List<AccessLine>> Page(HttpContext http, Office office, AccessFilter filter, CancellationToken stop)
    {
        var detail = string.Join(' ', new[] { filter.Person, filter.Number, filter.Act, filter.From?.ToString("yyyy-MM-dd"), filter.To?.ToString("yyyy-MM-dd") }.OfType<string>());
        await AccessLog.Write(office.Db, http.Member(), "read-access-log", office.Clock.GetUtcNow(), detail: detail.Length == 0 ? null : detail, stop: stop);
        return await AccessLogReading.Page(office.Db, http.Member().Scope, filter, PageSize + 1, stop);
    }

    private static (AccessFilter Filter, Refusal.Input? Wrong) Read(IQueryCollection query)
    {
        var wrong = Dates.FirstOrDefault(f => Text(query, f) is { } text && Day(text) is null);
        var before = Text(query, "before")?.Split('_') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var guid) ? (new DateTimeOffset(ticks, TimeSpan.Zero), guid) : ((DateTimeOffset, Guid)?)null;
        return (
            new AccessFilter(Text(query, "person"), Text(query, "petition"), Text(query, "act"), Day(Text(query, "from")), Day(Text(query, "to")), before),
            wrong is null ? null : new Refusal.Input(wrong, "date-unreadable", Text(query, wrong)));
    }

    private static string? Text(IQueryCollection query, string field) =>
        query[field].ToString().Trim() is { Length: > 0 and <= 200 } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && WorkCalendar.Covers(day) ? day : null;

    private static PagerModel Pager(IQueryCollection query, AccessFilter filter, List<AccessLine> rows)
    {
        string Href(string? before) => "/access-log" + QueryString.Create(
            query.Where(q => q.Key != "before").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString())).Concat(before is null ? [] : [KeyValuePair.Create("before", (string?)before)]));
        var older = rows.Count > PageSize ? $"{rows[PageSize - 1].At.Ticks}_{rows[PageSize - 1].Id}" : null;
        return new PagerModel(filter.Before is null ? null : Href(null), older is null ? null : Href(older), PageSize, Unit: "条", Newer: "最新的");
    }

    private static AccessRow Row(AccessLine line, Member viewer)
    {
        var at = new DateTimeOffset(line.At, TimeSpan.Zero).ToOffset(ChinaDate.Offset);
        return new AccessRow(
            DateOnly.FromDateTime(at.DateTime), TimeOnly.FromDateTime(at.DateTime), line.Person, string.Join('、', line.Posts.Select(PostNames.Of)), line.Court,
            Name(line.Act), line.Number ?? line.Detail ?? "—", line.IsPetition && !viewer.IsAdministrator ? $"/petitions/{line.TargetHome}/{line.Target}" : null,
            line.Purpose, string.Empty);
    }

    private static string Name(string act) => Names.GetValueOrDefault(act, act);
}

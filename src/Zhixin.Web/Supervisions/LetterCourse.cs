using Zhixin.Supervisions;
using Zhixin.Web.Components;

namespace Zhixin.Web.Supervisions;

/// <summary>What became of a letter, day by day: requests for another date, urging, the hearing, reports and what the superior made of them.</summary>
internal static class LetterCourse
{
    /// <summary>The lines, oldest first.</summary>
    public static IReadOnlyList<KeyValue> Of(Zhixin.Supervisions.Supervision supervision, Letter letter)
    {
        IEnumerable<(DateOnly On, string Name, RichText Text)> lines =
        [
            .. letter.Requests.Select(r => (r.On, "请求延期", Asked(r))), .. letter.Urged.Select(on => (on, "催报", (RichText)"上级催报")),
            .. letter.Urgings.Select(u => (u.On, u.IsOrder ? "督促执行令" : "催办函", RichText.Of(SupervisionRecords.Numbered(supervision, u.Number), $"　{DateText.Iso(u.DueOn)} 以前报告或者说明{(u.ExplainedOn is { } on ? $"　{DateText.Iso(on)} 已说明" : string.Empty)}"))),
            .. letter.HeardOn is { } heard ? [(heard, "听证", "已组织双方听证")] : Array.Empty<(DateOnly, string, RichText)>(),
            .. letter.FileCalledOn is { } called ? [(called, "调卷", "上级调卷")] : Array.Empty<(DateOnly, string, RichText)>(),
            .. letter.Progress.Select(r => (r.On, "进展报告", Progress(r))),
            .. letter.Reports.Select(r => (r.On, SupervisionWords.Of(r.Kind), Said(r))),
        ];
        return [.. lines.OrderBy(l => l.On).Select(l => new KeyValue($"{DateText.Iso(l.On)} {l.Name}", l.Text))];
    }

    private static RichText Asked(NewDateRequest request) => request.Granted switch
    {
        true => $"请求延至 {DateText.Iso(request.Asked.Until)}　{DateText.Iso(request.DecidedOn!.Value)} 同意",
        false => $"请求延至 {DateText.Iso(request.Asked.Until)}　{DateText.Iso(request.DecidedOn!.Value)} 不同意，原期限不变",
        null => $"请求延至 {DateText.Iso(request.Asked.Until)}　上级还没有决定，原期限不变",
    };

    private static RichText Progress(ProgressReport report) => RichText.Of(
    [
        $"{report.Reported.Progress}　下一步：{report.Reported.NextStep}　{report.Reported.Document}",
        .. report.Opinion is { } opinion
            ? [new RichText.Break(), new RichText.Quiet($"{DateText.Iso(report.AnsweredOn!.Value)} {(report.Accepted == true ? "知悉，另定期限" : "退回，原期限不变")}：{opinion}")]
            : Array.Empty<RichText.Piece>(),
    ]);

    private static RichText Said(LetterReport report) => RichText.Of(
    [
        $"{report.Text}　{report.Document}",
        .. report.Finding is { } finding
            ? [new RichText.Break(), new RichText.Quiet($"{DateText.Iso(report.FoundOn!.Value)} {SupervisionWords.Of(finding)}：{report.FindingReason}")]
            : Array.Empty<RichText.Piece>(),
    ]);
}

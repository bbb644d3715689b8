using Zhixin.Supervisions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Petitions;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>Reports on progress: below they keep the date, above they are answered with another one or sent back.</summary>
internal static class ProgressActs
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<MatterEntry<Supervision>> All { get; } =
    [
        new("progress-report", "report-supervision", "报告进展情况", "下级办理", true, call => Progressing.Report(
            call.Matter, call.Input.Number("letter"), call.Court, call.Input.Field("progress"), call.Input.Field("nextStep"), call.Input.Field("document"), call.Who.Actors),
            (s, court) => SupervisionForms.None(s, l => l.Issued.To == court && Progressing.NotReportable(l) is null),
            form => ("期限以前还没有结果的，报告进展情况：更下级没有办完的也可以报告。上级另定报送结果的期限；退回的，原期限不变。",
            [
                SupervisionForms.LetterTo(form), new("progress", "进展情况", FieldKind.TextArea, []), new("nextStep", "下一步和预计办结的时间", FieldKind.TextArea, []), MeasureForms.Document("书面报告"),
            ])),
        new("progress-answer", Judging.Act, "答复进展报告", "上级审查", true, Answer,
            (s, court) => ReviewActs.Closed(s) ?? (s.Open.Any(l => l.Issued.From == court && l.WaitingProgress is not null) ? null : new Refusal.State("progress-nothing-to-answer")),
            form => ("进展属实的，另定报送结果的期限；没有答复要求的，退回，原期限不变。",
            [
                SupervisionForms.LetterFrom(form), new("accepted", "怎样答复", FieldKind.Radio, [new("yes", "知悉，另定期限"), new("no", "退回，原期限不变")]) { Span = 6 },
                new("due", "报送结果的期限", FieldKind.Text, [], "另定期限的才填，写作 2026-02-14。") { Span = 6 }, new("opinion", "意见", FieldKind.TextArea, []),
            ]))
        {
            Facts = form => [.. form.Matter.Open.Where(l => l.Issued.From == form.Court).SelectMany(l => l.WaitingProgress is { } waiting
                ? new KeyValue[] { new($"{SupervisionWords.Court(form.Law, l.Issued.To)}　进展报告", $"{DateText.Iso(waiting.On)}　{waiting.Reported.Progress}　下一步：{waiting.Reported.NextStep}　{waiting.Reported.Document}") }
                : [])],
        },
    ];

    private static Decision<object> Answer(MatterCall<Supervision> call) => call.Input.Field("due") is { Length: > 0 } typed && call.Input.Day("due") is null
        ? new Refusal.Input("due", "date-unreadable", typed)
        : call.Input.Choose("accepted", accepted => Progressing.Answer(
            call.Matter, call.Input.Number("letter"), call.Court, accepted, call.Input.Day("due"), call.Input.Field("opinion"), call.Input.On));
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>The rows of a run as text for people, as JSON for machines.</summary>
public static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What the numbers were measured on.</summary>
    public static string Machine =>
        $"{Environment.ProcessorCount} cores; fsync and autovacuum on; database, web process and load generator are three processes that share the cores";

    /// <summary>As a Markdown table, which reads well in a terminal too.</summary>
    public static string Markdown(IEnumerable<Row> rows)
    {
        var text = new StringBuilder();
        text.AppendLine("| what | petitions | measured | p50 | p99 | CPU of one: web, database | raw limit of the same run | ratio | must | aim | holds |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---|---:|---|---|---|");
        foreach (var row in rows)
        {
            text.AppendLine(Line(row));
        }

        return text.ToString();
    }

    /// <summary>Everything, as JSON.</summary>
    public static string AsJson(IReadOnlyList<Row> rows) => JsonSerializer.Serialize(new { machine = Machine, rows }, Json);

    /// <summary>One line of the table.</summary>
    public static string Line(Row row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.What}{(row.Note is null ? string.Empty : $" ({row.Note})")} | {row.Petitions:N0} | {Number(row.Measured)} {row.Unit} | {Milliseconds(row.P50)} | {Milliseconds(row.P99)} | {Cpu(row)} | {Raw(row)} | {row.Ratio:0.000} | {Must(row)} | {Aim(row)} | {Holds(row)} |");

    private static string Cpu(Row row) => row.WebCpu is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Number(row.WebCpu.Value)} µs, {Number(row.DatabaseCpu ?? 0)} µs");

    private static string Raw(Row row) => row.Raw is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{row.Raw.What} {Number(row.Raw.PerSecond)}/s");

    private static string Must(Row row) => string.Join(", ", new[]
    {
        row.Goal.Must is { } must ? $"{(row.Goal.IsAtMost ? "≤" : "≥")} {Number(must)} {row.Unit}" : null,
        row.Goal.MustP99 is { } p99 ? $"p99 ≤ {Number(p99)} ms" : null,
    }.OfType<string>());

    private static string Aim(Row row) => row.Goal.Aim is { } aim ? $"{(row.Goal.IsAtMost ? "≤" : "≥")} {Number(aim)} {row.Unit}" : string.Empty;

    private static string Holds(Row row) => row switch
    {
        { Failed: > 0 } => $"{row.Failed} failed",
        { Holds: true } => "yes",
        { Holds: false } => "no",
        _ => string.Empty,
    };

    private static string Number(double number) => number.ToString(Math.Abs(number) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);

    private static string Milliseconds(double? number) => number is { } ms ? $"{Number(ms)} ms" : string.Empty;
}

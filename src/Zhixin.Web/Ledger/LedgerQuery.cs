using System.Globalization;
using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Ledger;

/// <summary>
/// The address of a ledger: view (open | due | overdue | all), court, stage, channel (visit … or venue:beijing …), cause, from, to, words, density,
/// after (keyset: date_id). What cannot be read becomes a message and does not filter.
/// </summary>
public sealed record LedgerQuery(LedgerFilter Filter, FormState Form, bool IsTight, string Plain)
{
    private static readonly string[] Fields = ["view", "court", "stage", "channel", "cause", "case", "from", "to", "words", "density"];

    /// <summary>Reads a request's query for a member.</summary>
    public static LedgerQuery Of(HttpContext http, Office office, Member member)
    {
        var query = http.Request.Query;
        var values = Fields.ToDictionary(field => field, field => query[field].ToString() is { Length: > 0 and <= 200 } text ? text.Trim() : null, StringComparer.Ordinal);
        var messages = new List<FieldMessage>();
        var channel = values["channel"]?.Split(':');
        var filter = new LedgerFilter(Court(office, member, values["court"]), Order(values["view"]))
        {
            Stage = values["stage"] == "any" ? null : values["stage"] ?? (values["view"] is null or "open" ? Stage.OpenPhase : null),
            Handler = values["view"] == "due" ? member.Id : null,
            Channel = channel is [var only] ? only : null, Venue = channel is ["venue", var venue] ? venue : null,
            Cause = values["cause"], CaseNumber = values["case"],
            From = Day("from", values["from"], messages), To = Day("to", values["to"] ?? Back(query["before"]), messages),
            Words = Words(values["words"], messages), After = Place(query["after"]),
        };
        var plain = string.Join('&', values.Where(v => v.Value is not null).Select(v => $"{v.Key}={Uri.EscapeDataString(v.Value!)}"));
        var shown = new Dictionary<string, string?>(values, StringComparer.Ordinal) { ["stage"] = filter.Stage ?? "any", ["court"] = filter.Court.ToString(CultureInfo.InvariantCulture) };
        return new LedgerQuery(filter, new FormState(shown, messages), values["density"] != "roomy", plain);
    }

    /// <summary>The same list with one part of its address replaced; null takes it away.</summary>
    public string With(string field, string? value)
    {
        var parts = Plain.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith(field + "=", StringComparison.Ordinal)).ToList();
        if (value is not null)
        {
            parts.Add($"{field}={Uri.EscapeDataString(value)}");
        }

        return parts.Count == 0 ? string.Empty : "?" + string.Join('&', parts);
    }

    /// <summary>A keyset place as it stands in an address.</summary>
    public static string Place(LedgerPlace place) => $"{place.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none"}_{place.Id:N}";

    private static LedgerPlace? Place(string? text) => text?.Split('_') is [var on, var id] && Guid.TryParse(id, out var last)
        ? DateOnly.TryParseExact(on, "yyyy-MM-dd", out var day) ? new LedgerPlace(day, last) : new LedgerPlace(null, last)
        : null;

    private static string? Back(string? before) => string.IsNullOrWhiteSpace(before) ? null : before.Trim();

    private static LedgerOrder Order(string? view) => view switch
    {
        "due" => LedgerOrder.Due,
        "overdue" => LedgerOrder.Overdue,
        _ => LedgerOrder.Newest,
    };

    /// <summary>A court inside the viewer's own area; otherwise the own court.</summary>
    private static int Court(Office office, Member member, string? text)
    {
        var own = office.Files.Courts.ByNumber(member.Court)!;
        return int.TryParse(text, out var number) && office.Files.Courts.ByNumber(number) is { } court && office.Files.Courts.IsWithin(court, own) ? number : own.Number;
    }

    private static DateOnly? Day(string field, string? text, List<FieldMessage> messages)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        messages.Add(new FieldMessage(field, MessageKind.Error, $"日期“{text}”无法识别，请按 2026-02-14 的形式填写。"));
        return null;
    }

    private static string? Words(string? text, List<FieldMessage> messages)
    {
        if (text is { Length: 1 })
        {
            messages.Add(new FieldMessage("words", MessageKind.Error, "请至少输入两个字。"));
            return null;
        }

        return text;
    }
}

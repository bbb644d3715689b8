using System.Globalization;
using Zhixin.Database.Access;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Reception;

/// <summary>The address of a day's log: court, day, receiver (id), show (a part of it). What cannot be read does not filter.</summary>
public sealed record ReceptionQuery(int Court, DateOnly Day, Guid? Receiver, string Show)
{
    /// <summary>Everything of the day.</summary>
    public const string All = "all";

    private const string Form = "yyyy-MM-dd";

    /// <summary>Whether the log is of the viewer's own court.</summary>
    public bool IsOwn(Member member) => Court == member.Court;

    /// <summary>Reads a request's query. Only the own court and those under it can be asked for.</summary>
    public static ReceptionQuery Of(HttpContext http, Office office)
    {
        var query = http.Request.Query;
        var show = query["show"].ToString();
        return new ReceptionQuery(
            CourtOf(http, office), DayOf(query["day"], office.Today), Guid.TryParse(query["receiver"], out var receiver) ? receiver : null, FigureColumns.All.Any(c => c.Show == show) ? show : All);
    }

    /// <summary>The court that is asked for, where it is the own one or stands under it; else the own one. A superior looks; entering is the court's own.</summary>
    public static int CourtOf(HttpContext http, Office office)
    {
        var (courts, own) = (office.Files.Courts, office.Files.Courts.ByNumber(http.Member().Court)!);
        return int.TryParse(http.Request.Query["court"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && courts.ByNumber(number) is { } asked
            && courts.IsWithin(asked, own) ? asked.Number : own.Number;
    }

    /// <summary>A day as typed; <paramref name="otherwise"/> where it is none that the calendar covers.</summary>
    public static DateOnly DayOf(string? text, DateOnly otherwise) =>
        DateOnly.TryParseExact(text?.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Zhixin.Calendar.WorkCalendar.Covers(day) ? day : otherwise;

    /// <summary>Its address under a path.</summary>
    public string Address(string path = "/reception") =>
        $"{path}?court={Court}&day={DateText.Iso(Day)}{(Receiver is { } id ? $"&receiver={id}" : string.Empty)}{(Show == All ? string.Empty : "&show=" + Show)}";

    /// <summary>As the form shows it again.</summary>
    public FormState State() => FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["court"] = Court.ToString(CultureInfo.InvariantCulture), ["day"] = DateText.Iso(Day), ["receiver"] = Receiver?.ToString(), ["show"] = Show,
    });
}

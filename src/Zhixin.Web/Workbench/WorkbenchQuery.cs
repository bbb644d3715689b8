using System.Globalization;
using Zhixin.Database.Petitions;
using Zhixin.Web.Components;

namespace Zhixin.Web.Workbench;

/// <summary>
/// The address of a workbench: scope (mine | unit | key | inspection | office), light (overdue | soon | notdue | untimed), on (a day), after (keyset: date_home_stream_no).
/// What cannot be read does not filter; a light and a day together mean the day.
/// </summary>
public sealed record WorkbenchQuery(OwedQueue Queue, LightState? Light, DateOnly? On, OwedPlace? After)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The lights of what is owed, in the order of the page.</summary>
    public static IReadOnlyList<LightState> Lights { get; } = [LightState.Overdue, LightState.Soon, LightState.NotDue, LightState.Untimed];

    /// <summary>Reads a request's query.</summary>
    public static WorkbenchQuery Of(IQueryCollection query)
    {
        var on = DateOnly.TryParseExact(query["on"].ToString(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var light = Lights.Where(l => on is null && Code(l) == query["light"].ToString()).Select(l => (LightState?)l).FirstOrDefault();
        return new WorkbenchQuery(Queues.Of(query["scope"]), light, on, Place(query["after"].ToString()));
    }

    /// <summary>The code of a light.</summary>
    public static string Code(LightState light) => light switch
    {
        LightState.Overdue => "overdue",
        LightState.Soon => "soon",
        LightState.NotDue => "notdue",
        LightState.Untimed => "untimed",
        _ => throw new ArgumentOutOfRangeException(nameof(light), light, "No light of something owed."),
    };

    /// <summary>What it asks of the lists.</summary>
    /// <param name="soon">The last day whose light is soon.</param>
    /// <param name="units">The kinds of units whose work the viewer does.</param>
    public OwedFilter Filter(DateOnly today, DateOnly soon, IReadOnlyList<string> units)
    {
        var (from, to) = (On, Light) switch
        {
            ({ } day, _) => (day, day),
            (_, null) => (DateOnly.MinValue, ReadRows.Untimed),
            (_, LightState.Overdue) => (DateOnly.MinValue, today.AddDays(-1)),
            (_, LightState.Soon) => (today, soon),
            (_, LightState.NotDue) => (soon.AddDays(1), ReadRows.Untimed.AddDays(-1)),
            _ => (ReadRows.Untimed, ReadRows.Untimed),
        };
        return new OwedFilter(Queue) { Units = units, From = from, To = to, IsDue = On is not null, After = After };
    }

    /// <summary>Its address.</summary>
    public string Address()
    {
        var parts = new List<string> { "scope=" + Queues.Code(Queue) };
        if (Light is { } light)
        {
            parts.Add("light=" + Code(light));
        }

        if (On is { } on)
        {
            parts.Add("on=" + on.ToString(Day, CultureInfo.InvariantCulture));
        }

        if (After is { } after)
        {
            parts.Add("after=" + Place(after));
        }

        return "/?" + string.Join('&', parts);
    }

    /// <summary>A keyset place as it stands in an address.</summary>
    public static string Place(OwedPlace place) => string.Create(
        CultureInfo.InvariantCulture, $"{(place.On == ReadRows.Untimed ? "none" : place.On.ToString(Day, CultureInfo.InvariantCulture))}_{place.Home}_{place.Stream:N}_{place.No}");

    /// <summary>The place that an address names; null where it names none.</summary>
    public static OwedPlace? Place(string text)
    {
        if (text.Split('_') is not [var on, var home, var stream, var no] || !Guid.TryParse(stream, out var id)
            || !int.TryParse(home, NumberStyles.None, CultureInfo.InvariantCulture, out var court) || !int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return on == "none" ? new OwedPlace(ReadRows.Untimed, court, id, number)
            : DateOnly.TryParseExact(on, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new OwedPlace(day, court, id, number) : null;
    }
}

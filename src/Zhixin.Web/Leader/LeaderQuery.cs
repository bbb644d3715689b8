using System.Globalization;
using Zhixin.Database.Petitions;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Leader;

/// <summary>What a board shows.</summary>
public enum LeaderShow
{
    Led,
    Charged,
    Breaches,
}

/// <summary>
/// The address of the board: show (led | charged | breaches), unit (its kind) and who (a person's id; absent: nobody is named) of a group of breaches, after
/// (keyset). What cannot be read does not filter.
/// </summary>
public sealed record LeaderQuery(LeaderShow Show, BreachOwner? Of, string After)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Reads a request's query.</summary>
    public static LeaderQuery Read(IQueryCollection query)
    {
        var show = Enum.GetValues<LeaderShow>().FirstOrDefault(s => Code(s) == query["show"].ToString());
        var owner = query["unit"].ToString() is { Length: > 0 } unit ? new BreachOwner(unit, Guid.TryParse(query["who"], out var id) ? id : null) : null;
        return new LeaderQuery(show, show == LeaderShow.Breaches ? owner : null, query["after"].ToString());
    }

    /// <summary>The list of petitions that it asks for; null where it asks for breaches.</summary>
    public LeaderList? List => Show switch
    {
        LeaderShow.Led => LeaderList.Led,
        LeaderShow.Charged => LeaderList.Charged,
        LeaderShow.Breaches => null,
    };

    /// <summary>Where a list of petitions goes on.</summary>
    public LeaderPlace? Place => After.Split('_') is [var on, var home, var id] && On(on) is { } day
        && int.TryParse(home, NumberStyles.None, CultureInfo.InvariantCulture, out var court) && Guid.TryParse(id, out var petition)
            ? new LeaderPlace(day, court, petition)
            : null;

    /// <summary>Where the breaches go on.</summary>
    public OwedPlace? OwedPlace => WorkbenchQuery.Place(After);

    /// <summary>A place as it stands in an address.</summary>
    public static string Text(LeaderPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{(place.On == ReadRows.Untimed ? "none" : place.On.ToString(Day, CultureInfo.InvariantCulture))}_{place.Home}_{place.Id:N}");

    /// <summary>Its address.</summary>
    public string Address() => "/leader?show=" + Code(Show) + (Of is { } owner ? "&unit=" + Uri.EscapeDataString(owner.Unit) + (owner.Person is { } person ? "&who=" + person : string.Empty) : string.Empty)
        + (After.Length == 0 ? string.Empty : "&after=" + After);

    /// <summary>The code of what is shown.</summary>
    public static string Code(LeaderShow show) => show switch
    {
        LeaderShow.Led => "led",
        LeaderShow.Charged => "charged",
        LeaderShow.Breaches => "breaches",
    };

    private static DateOnly? On(string text) => text == "none" ? ReadRows.Untimed
        : DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

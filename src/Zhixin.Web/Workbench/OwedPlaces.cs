using Zhixin.Web.Components;

namespace Zhixin.Web.Workbench;

/// <summary>Where something owed is done: at its petition, or where what is owed of a day is issued.</summary>
internal static class OwedPlaces
{
    /// <summary>The address of the page.</summary>
    /// <param name="home">The court that owes it.</param>
    /// <param name="number">Of the petition; empty where it is owed of a day and not of a petition.</param>
    /// <param name="day">The day of which it is owed.</param>
    public static string Href(int home, Guid stream, string number, DateOnly? day) => number.Length > 0
        ? $"/petitions/{home}/{stream}"
        : $"/reception/statistics?court={home}&day={(day is { } of ? DateText.Iso(of) : string.Empty)}";
}

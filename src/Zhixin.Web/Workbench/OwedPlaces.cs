using Zhixin.Web.Components;

namespace Zhixin.Web.Workbench;

/// <summary>Where something owed is done: at its petition, or where what is owed of a day is issued.</summary>
internal static class OwedPlaces
{
    /// <summary>The address of the page.</summary>
    /// <param name="matter">The kind of the stream: "petition", "supervision", "period".</param>
    /// <param name="home">The court that owes it, where it is owed of a day.</param>
    /// <param name="day">The day of which it is owed.</param>
    public static string Href(string matter, int home, Guid stream, DateOnly? day) => matter switch
    {
        "petition" => $"/petitions/{home}/{stream}",
        "supervision" => $"/supervisions/{home}/{stream}",
        "bulletin" => $"/bulletins/{home}/{stream}",
        "platform-item" => $"/platform-items/{home}/{stream}",
        "enforcement-case" => $"/checks/{home}/{stream}",
        "report" => $"/report-box/{home}/{stream}",
        _ => $"/reception/statistics?court={home}&day={(day is { } of ? DateText.Iso(of) : string.Empty)}",
    };
}

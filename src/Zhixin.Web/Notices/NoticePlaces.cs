using Zhixin.Checks;
using Zhixin.Intake;
using Zhixin.Notices;
using Zhixin.Petitions;
using Zhixin.PlatformItems;
using Zhixin.ReportBox;
using Zhixin.Supervisions;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Notices;

/// <summary>Where what a message is about has its page: a module adds the word of its streams here.</summary>
internal static class NoticePlaces
{
    /// <summary>The address; null where it has no page of its own.</summary>
    /// <param name="kind">The word of <see cref="NoticeMatter"/>.</param>
    /// <param name="day">Of what is owed of a day.</param>
    public static string? Href(string kind, int home, Guid stream, DateOnly? day) => kind switch
    {
        PetitionNotices.Kind or Supervision.Kind or PlatformItem.Kind or CheckRecord.Kind or BoxedReport.Kind or Zhixin.Bulletins.Bulletin.Kind or "period" => OwedPlaces.Href(kind, home, stream, day),
        ContactNotices.Proposal => "/proposals",
        _ => null,
    };

    /// <summary>Whether the page is open to whoever is told, although the court does not see the stream: a proposal is answered before it is seen.</summary>
    public static bool IsOpen(string kind) => kind == ContactNotices.Proposal;
}

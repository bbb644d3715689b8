using Zhixin.Web.Hosting;
using Supervision = Zhixin.Supervisions.Supervision;

namespace Zhixin.Web.Supervisions;

/// <summary>A supervision as JSON: what the page shows, in codes.</summary>
internal static class SupervisionJson
{
    /// <summary>The whole of it.</summary>
    public static object Of(Office office, Supervision s) => new
    {
        s.Id.Home,
        id = s.Id.Id,
        s.Version,
        s.Material.Number,
        s.Court,
        s.Enforcing,
        s.Material.Subject,
        s.Material.Source,
        s.Material.Body,
        s.Material.Complaint,
        s.Material.Flags,
        s.Material.ReceivedOn,
        s.Stage,
        isOpen = s.IsOpen,
        s.Mode,
        s.Ground,
        s.Rounds,
        reviewer = s.Reviewer?.Reviewer,
        s.ReviewedOn,
        letters = s.Letters.Select(l => new
        {
            l.No, l.Issued.Letter, l.Issued.From, l.Issued.To, l.Issued.Number, l.Issued.Demands, l.Issued.Materials, l.DueOn, l.ReceivedOn, handler = l.Named?.Handler, l.Named?.AcknowledgedOn,
            l.Reports, l.Progress, l.HeardOn, l.Requests, l.OverrunOn, l.Urged, l.Urgings, l.FileCalledOn, l.Ended,
        }),
        s.Opinions,
        s.Means,
        s.Plans,
        papers = s.Papers.Select(Papers.IssuedJson.Of),
        s.Panels,
        s.Instructions,
        s.Admonitions,
        s.Drafts,
        s.Errors,
        s.TakenOver,
        s.Bulletins,
        s.Accountabilities,
        s.Told,
        s.Listing,
        s.CloseAsked,
        s.IsSettled,
        s.End,
        obligations = s.Obligations.Select(o => new
        {
            o.No, o.Rule.Kind, o.Rule.Name, o.Rule.Clause, o.Opened.Court, o.Unit, o.Person, o.Due, o.Provisional, isOpen = o.IsOpen, isWindow = o.IsWindow, isOverdue = o.IsOpen && o.IsBreached(office.Today),
        }),
    };
}

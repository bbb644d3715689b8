using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Papers;

/// <summary>What the letter of a hop and the special report on it are filled with: the court that handed down signs.</summary>
public sealed partial class PaperValues
{
    /// <summary>The values; a field without one is absent.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Law law, Petition petition, Hop hop, string kind, IReadOnlyList<KnownPerson> persons)
    {
        var values = new PaperValues(law, petition);
        values.Common(new PaperWish(kind, null, null, [], hop.On, hop.Issued.From), persons);
        var issued = hop.Issued;
        values.Set("court", law.Court(issued.From).Name);
        values.Set("handler", hop.Named?.Name);
        values.Set("to_court", law.Court(issued.To).Name);
        values.Set("mode", CodeWords.Of(issued.Mode));
        values.Say("ground", issued.Ground);
        values.Say("demand", issued.Demand);
        values.Set("due", issued.DueOn is { } due ? Date(due) : null);
        values.Set("joint", issued.Joint.Count == 0 ? null : string.Join('、', issued.Joint.Select(c => law.Court(c).Name)));
        values.Set("platform", issued.Platform);
        if (kind == PaperKinds.ReportUp && hop.Up is { } up)
        {
            values.Set("issued_on", Date(up.ApprovedOn ?? up.DraftedOn));
            values.Set("body", up.Drafted.Body);
            values.Say("content", up.Drafted.Content);
            values.Set("letter", issued.Letter);
            values.Say("review", up.Reviewed?.Opinion);
            values.Say("approval", up.Approved?.Opinion);
        }

        return values._values;
    }
}

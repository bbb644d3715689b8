using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Papers;

/// <summary>Which papers a petition has and can have: asked of the very functions that decide.</summary>
public static class PaperPanels
{
    /// <summary>The panel for a viewer.</summary>
    /// <param name="who">The viewer, and the viewer as deputy of each whom he or she represents today.</param>
    /// <param name="names">Of whoever acted in the petition.</param>
    public static PapersModel Of(Law law, IReadOnlyList<ActingPerson> who, Petition petition, LoadedHistory history, IReadOnlyDictionary<Guid, string> names)
    {
        var address = $"/petitions/{petition.Id.Home}/{petition.Id.Id}";
        var mayVoid = who.Any(w => law.MayNot(w, Issuing.Voiding, petition) is null);
        var by = history.Events.Zip(history.Facts).Where(p => p.Second.Fact is PetitionPaperIssued)
            .ToDictionary(p => ((PetitionPaperIssued)p.Second.Fact).No, p => names.GetValueOrDefault(p.First.Actor, "系统"));
        var issued = petition.Papers.Issued.Reverse().Select(p => new PaperLine(
            new Anchor(PaperWishes.Name(p.Facts.Kind), $"{address}/papers/{p.Facts.No}"), p.Facts.Number, p.On, by[p.Facts.No], p.VoidedBecause,
            mayVoid && p.VoidedBecause is null ? $"{address}/act/paper-void?no={p.Facts.No}" : null));
        if (who.Select(w => law.MayNot(w, Issuing.Act, petition)).ToList() is var barred && !barred.Contains(null))
        {
            return new PapersModel([.. issued], [], [Replies.Model("制发文书", barred[0]!, law)]);
        }

        var kinds = PaperKinds.Issued.Select(k => (k.Code, Name: PaperWishes.Name(k.Code), Why: Issuing.Against(petition, k.Code, who[0].Court))).ToList();
        return new PapersModel(
            [.. issued], [.. kinds.Where(k => k.Why is null).Select(k => new ActionModel(k.Name, $"{address}/papers/draft/{k.Code}"))],
            [.. kinds.Where(k => k.Why is not null).Select(k => Replies.Model(k.Name, k.Why!, law))]);
    }
}

using Zhixin.Regulations;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Regulations;

/// <summary>Packs as JSON.</summary>
internal static class PackJson
{
    /// <summary>A pack without its clauses, as it stands for a court today.</summary>
    public static object Head(RegulationPack pack, Office office, int court)
    {
        var law = office.Law.Now;
        var found = law.Rules.InForce(RegulationPages.Chain(law, court), office.Today).FirstOrDefault(p => p.Pack == pack);
        return new
        {
            pack.Id, pack.Version, pack.Hash, pack.Title, pack.ShortTitle, pack.Issuer, pack.DocumentNumber, pack.IssuedOn, pack.InForceFrom,
            pack.InForceUntil, pack.Standing, Clauses = pack.Clauses.Count, Rules = pack.Rules.Count,
            InForce = found is null ? null : new { found.Adoption.CourtNumber, found.Adoption.From, found.Adoption.Until, found.Adoption.Reason },
        };
    }

    /// <summary>A pack with its clauses and rules.</summary>
    public static object Whole(RegulationPack pack, Office office, int court) => new
    {
        Pack = Head(pack, office, court),
        pack.Precedence,
        pack.Notes,
        Clauses = pack.Clauses.Select(c => new { c.Id, c.Article, c.Heading, c.Part, c.Module, c.Zh, c.En, c.Does, c.Note }),
        Rules = pack.Rules.Select(r => new
        {
            r.Kind, r.Name, r.Slot, r.Type, r.Clause, Period = RuleText.Period(r), r.Roll, r.WarnOnly, r.PackChoice, r.Note, r.FulfilledBy, r.EndedBy,
            OpensOn = r.OpensOn.Select(o => new { o.Event, o.From, o.When }),
        }),
    };
}

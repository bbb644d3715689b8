using Zhixin.Authority;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;

namespace Zhixin.Database.Supervisions;

/// <summary>What a supervision is to its desk.</summary>
public static class SupervisionKind
{
    /// <summary>Posts that count only where the person holds them in the matter itself.</summary>
    private const string Handler = "handler";

    /// <summary>The kind.</summary>
    public static MatterKind<Supervision> Of(SupervisionRows rows) => new(
        Supervision.Kind, (id, history) => history.Facts[0].Fact is SupervisionMaterialReceived ? Supervision.Fold(id, history.Facts) : null, s => s.Material.Accused, s => s.Version, s => s.Material.Number,
        s => s.Court, SupervisionTimes.Since, (act, proof, days) => new SupervisionEnteredLate(act, proof, days), Moment, MayNot, Tell, rows.Sight, rows.Of,
        (law, before, after, facts, actors) => SupervisionNotices.Of(before, after, facts, law.Posts, actors))
    {
        Obligations = s => s.Obligations, Papers = s => s.Papers, Also = TakeOvers.Stage,
    };

    /// <summary>How a court stands to a supervision: whoever leads or is above is superior, who has a letter is subordinate; a court may be both.</summary>
    public static IReadOnlyList<CourtRelation> Relations(Law law, int court, Supervision supervision)
    {
        var found = new List<CourtRelation>();
        if (court == supervision.Court || (court != supervision.Enforcing && law.Chain(supervision.Enforcing).Contains(court)))
        {
            found.Add(CourtRelation.Superior);
        }

        if (supervision.Below.Contains(court))
        {
            found.Add(CourtRelation.Subordinate);
        }

        return found.Count == 0 ? [CourtRelation.Uninvolved] : found;
    }

    /// <summary>Why a person may not do an act; null when the posts, the court's relation and no bar allow it.</summary>
    public static Refusal? MayNot(Law law, ActingPerson who, string act, Supervision supervision)
    {
        IReadOnlyList<string> posts = [.. who.ActingPosts.Where(p => p != Handler), .. IsNamed(who, supervision) ? [Handler] : Array.Empty<string>()];
        IReadOnlyList<PersonBar> bars = supervision.Material.Accused.Any(a => who.Actors.Include(a)) ? [PersonBar.Accused] : [];
        return NotCovered(law, who, act)
            ?? Relations(law, who.Court, supervision).Select(relation => (Refusal?)law.Authority.MayDo(act, posts, relation, bars) ?? NotLed(relation)).Aggregate((a, b) => a is null || b is null ? null : a);

        Refusal.Law? NotLed(CourtRelation relation) => relation == CourtRelation.Superior ? Leading.Against(supervision, who.Court, act, law.Authority.RowsOf(act)) : null;
    }

    /// <summary>Why a person's posts do not carry an act of the superior in any supervision; the matter itself may bar more.</summary>
    public static Refusal? MayNot(Law law, ActingPerson who, string act) => NotCovered(law, who, act) ?? law.Authority.MayDo(act, who.ActingPosts, CourtRelation.Superior, []);

    private static Refusal.Authority? NotCovered(Law law, ActingPerson who, string act) => who.For is { } represented && !represented.Covers(act)
        ? new Refusal.Authority(act, "deputy-not-this-act", represented.Name, law.Authority.RowsOf(act)[0].Name)
        : null;

    private static bool IsNamed(ActingPerson who, Supervision supervision) =>
        supervision.Reviewer?.Reviewer == who.Whose || supervision.Letters.Any(l => l.IsOpen && l.Named?.Handler == who.Whose);

    /// <summary>The day on which a report has been due for the days of the pack (HNP-23).</summary>
    private static DatedFact? Moment(Law law, Supervision supervision, DateOnly today) =>
        Pressing.Overrun(supervision, letter => Overruns.Days(law, letter, today), today);

    private static (Supervision After, IReadOnlyList<DatedFact> Facts) Tell(Law law, Supervision? before, StreamId id, IEnumerable<DatedFact> happened, DateOnly today) =>
        SupervisionStory.Tell(before, id, happened, s => SupervisionStory.Setting(s, law.Rules, law.Calendar, law.Courts, today));
}

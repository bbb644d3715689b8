using Zhixin.Authority;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Database.Petitions;

/// <summary>What a person is in a matter: posts, the court's relation to it, and bars. Found once, and asked of every act.</summary>
public sealed class Standing
{
    /// <summary>Posts that count only where the person holds them in the matter itself.</summary>
    private static readonly string[] Named = ["handler", "co-handling-judge"];

    /// <summary>
    /// Acts that the law itself attaches to the end of a day (GC21-13): the software records them for the responsible court, whoever is on
    /// duty. It has no post, so every other act is refused to it.
    /// </summary>
    private static readonly string[] OfTheLaw = [Assigning.DeemedReceipt];

    /// <summary>What whoever is named for a hop does as its handler; of the petition itself that person handles nothing.</summary>
    private static readonly string[] OfTheHop = [HandingDown.Reporting, ReportingUp.Drafting, ReportingUp.Sending];

    private readonly Law _law;
    private readonly ActingPerson _who;
    private readonly IReadOnlyCollection<string> _posts;
    private readonly bool _isNamedForHop;
    private readonly CourtRelation _relation;
    private readonly IReadOnlyCollection<PersonBar> _bars;
    private readonly bool _isLaw;

    /// <summary>In a petition; in no matter yet where it is null.</summary>
    internal Standing(Law law, ActingPerson who, Petition? petition)
    {
        (_law, _who) = (law, who);
        _relation = petition is null ? CourtRelation.Own : law.Relation(who.Court, petition);
        _isLaw = who.IsSoftware && petition is not null && _relation == CourtRelation.Own;
        _posts = [.. OfCourt(who), .. who.ActingPosts.Any(Named.Contains) ? ["staff"] : Array.Empty<string>(), .. petition is null ? [] : InMatter(who, petition)];

        _isNamedForHop = petition is not null && petition.HandDowns.All.Any(h => h.Issued.To == who.Court && h.Named?.Handler == who.Whose);

        // A deputy never gets round a bar: what bars either of the two bars the act.
        _bars = petition is null ? [] : [.. Bars(who.Actors, petition)];
    }

    /// <summary>In a matter of which only the court that answers is known; the matter itself may bar more.</summary>
    internal Standing(Law law, ActingPerson who, CourtRelation relation) => (_law, _who, _relation, _posts, _bars) = (law, who, relation, [.. OfCourt(who)], []);

    /// <summary>Why the person may not do the act; null when he or she may.</summary>
    public Refusal? MayNot(string act) =>
        _isLaw && OfTheLaw.Contains(act) ? null : NotDeputed(act) ?? _law.Authority.MayDo(act, _isNamedForHop && OfTheHop.Contains(act) ? [.. _posts, "handler"] : _posts, _relation, _bars);

    /// <summary>
    /// Why a person cannot do the act for another: not named for it, an administrator, or, where it is the president's to fine or detain, no leader of the
    /// court (GC21-10). Null for whoever acts alone.
    /// </summary>
    private Refusal? NotDeputed(string act) => _who.For switch
    {
        null => null,
        { } represented when !represented.Covers(act) || _who.Posts.Any(PackWords.Administrators.Contains) =>
            new Refusal.Authority(act, "deputy-not-this-act", represented.Name, _law.Authority.RowsOf(act)[0].Name),
        { Name: var name } when act == ConductDeciding.Coercing && !_law.Posts(ConductDeciding.Deciding).Intersect(_who.Posts, StringComparer.Ordinal).Any() =>
            new Refusal.Law("GC21-10", "coercion-deputy", name),
        _ => null,
    };

    /// <summary>The posts of the court. Whoever holds one that counts in a matter alone, and is not named there, still is of the court's staff.</summary>
    private static IEnumerable<string> OfCourt(ActingPerson who) => who.ActingPosts.Where(p => !Named.Contains(p));

    private static IEnumerable<string> InMatter(ActingPerson who, Petition petition)
    {
        (string Post, bool Holds)[] roles =
        [
            ("handler", petition.Assignment?.Handler == who.Whose), ("co-handling-judge", petition.CoHandlers.Contains(who.Whose)),
            ("leader-in-charge", petition.Team.InCharge?.Person == who.Whose), ("liaison", petition.Team.Liaison?.Person == who.Whose),
        ];
        return roles.Where(role => role.Holds).Select(role => role.Post);
    }

    /// <summary>What bars a person in the matter: accused in it, implemented the case, or made the act that an objection attacks (SPC09-3.1).</summary>
    private static IEnumerable<PersonBar> Bars(Actors who, Petition petition)
    {
        if (petition.Accused.Any(a => who.Include(a)))
        {
            yield return PersonBar.Accused;
        }

        if ((petition.Opened.OriginalHandler is { } original && who.Include(original))
            || (petition.Assignment is { Ground: AssignmentGround.OriginalHandler, Handler: var handler } && who.Include(handler)))
        {
            yield return PersonBar.Implemented;
        }

        if (petition.Procedures.Made(p => who.Include(p)))
        {
            yield return PersonBar.MadeAct;
        }
    }
}

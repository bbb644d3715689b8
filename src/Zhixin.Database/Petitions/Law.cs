using Zhixin.Authority;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Obligations;
using Zhixin.Regulations;

namespace Zhixin.Database.Petitions;

/// <summary>The law as it stands: courts, working days and hours, rules in force, and who may do what. Immutable; replaced as a whole.</summary>
public sealed record Law(
    CourtDirectory Courts, WorkCalendar Calendar, WorkingHours Hours, RuleBook Rules, AuthorityMatrix Authority, IReadOnlyList<RegulationPack> Packs)
{
    /// <summary>A court and its superiors, from narrow to wide.</summary>
    public IReadOnlyList<int> Chain(int court) => [court, .. Courts.Superiors(Court(court)).Select(c => c.Number)];

    /// <summary>A court by its permanent number.</summary>
    public Court Court(int number) => Courts.ByNumber(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such court.");

    /// <summary>Why the person may not do the act on the matter (null: on no matter yet); null when he or she may.</summary>
    public Refusal? MayNot(ActingPerson who, string act, Petition? petition) => Standing(who, petition).MayNot(act);

    /// <summary>Why the person's posts do not carry the act on a matter that a court answers for; the matter itself may bar more.</summary>
    public Refusal? MayNot(ActingPerson who, string act, int responsible) => new Standing(this, who, Relation(who.Court, responsible)).MayNot(act);

    /// <summary>What the person is in the matter (null: in none yet), to be asked of many acts.</summary>
    public Standing Standing(ActingPerson who, Petition? petition) => new(this, who, petition);

    /// <summary>The number of a matter of a court: year, code, the word of its series, place in it. Two kinds of matters never have the same one.</summary>
    /// <param name="word">件, 通, 督, 平台, 监, 举; a petition has none.</param>
    public string Number(int court, DateOnly today, int place, string word = "") => $"{today.Year}-{Court(court).Code ?? $"院{court}"}-{word}{place:0000}";

    /// <summary>From how many working days on an entry is late and needs proof; a threshold of the packs.</summary>
    public int LateAfter(int court, DateOnly today) => (int)(Rules.Threshold("late-entry", Chain(court), today)?.Value
        ?? throw new InvalidDataException("No pack says from how many working days on an entry is late."));

    /// <summary>Working days from a day to the day of recording, where they are more than the packs let pass; null for an entry in time.</summary>
    public int? DaysLate(int court, DateOnly on, DateOnly today) =>
        on < today && Calendar.WorkdaysBetween(on, today) is var days && days > LateAfter(court, today) ? days : null;

    /// <summary>The posts that the table lists for an act, such as those that may lead.</summary>
    public IReadOnlyList<string> Posts(string act) => [.. Authority.RowsOf(act).SelectMany(row => row.Roles).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a clause is in force for a court on a day.</summary>
    public bool Binds(int court, string clause, DateOnly on) => Rules.Binds(clause, Chain(court), on);

    /// <summary>Whether a rule in force at a court opens something by a fact that concerns no matter.</summary>
    public bool Opens(int court, Zhixin.History.DatedFact fact) => Rules.Open(Zhixin.Obligations.Clocks.Facts(fact), _ => Chain(court), Calendar, fact.On).Count > 0;

    /// <summary>The list that is in force for a court on a day; null where no instrument in force there has one.</summary>
    public CodeList? List(int court, string id, DateOnly on) => Rules.List(id, Chain(court), on);

    /// <summary>A refusal under a clause that is in force at the court where somebody acts: no instrument of another province is held against him.</summary>
    public Refusal Cited(int court, Refusal why, DateOnly on) =>
        why is Refusal.Law or Refusal.Authority ? Citing.InForce(why, clause => Binds(court, clause, on), List(court, Citing.Elsewhere, on)) : why;

    /// <summary>A clause that is in force for a court: itself, or the one in its place.</summary>
    public string Cited(int court, string clause, DateOnly on) => Citing.InForce(clause, c => Binds(court, c, on), List(court, Citing.Elsewhere, on));

    /// <summary>How a court stands to a petition.</summary>
    public CourtRelation Relation(int court, Petition petition) => Relation(court, petition.Opened.Responsible) switch
    {
        CourtRelation.Subordinate or CourtRelation.Uninvolved when petition.HandDowns.Joint.Contains(court) => CourtRelation.Joint,
        CourtRelation.Uninvolved when petition.HandDowns.RunsTo(court) => CourtRelation.Subordinate,
        var relation => relation,
    };

    private CourtRelation Relation(int court, int responsible) => responsible switch
    {
        _ when responsible == court => CourtRelation.Own,
        _ when Chain(responsible).Contains(court) => CourtRelation.Superior,
        _ when Chain(court).Contains(responsible) => CourtRelation.Subordinate,
        _ => CourtRelation.Uninvolved,
    };

    /// <summary>What procedures have to know, seen from a day.</summary>
    public ChainRules Procedures(DateOnly today) => new(Rules, Calendar, Courts, today);

    /// <summary>The court that a petition's case number names; null where there is none, or none is known by it.</summary>
    public int? Enforcing(Petition petition, DateOnly today) => petition.Opened.CaseNumber is { } number
        && CaseNumberReader.Read(number, Courts, today.Year) is CaseNumberReading.Parsed { Number.Court.Number: var court } ? court : null;

    /// <summary>Where the clocks of a petition look.</summary>
    public ClockSetting Clocks(Petition petition, DateOnly today) => Obligors.Setting(petition, Rules, Calendar, Courts, today);
}

/// <summary>Holds the law of the moment; loading a pack, an adoption or a notice replaces it.</summary>
public sealed class LawInForce(Law law)
{
    private volatile Law _now = law;

    /// <summary>The law of the moment.</summary>
    public Law Now
    {
        get => _now;
        set => _now = value;
    }
}

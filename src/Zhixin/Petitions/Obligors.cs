using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Regulations;

namespace Zhixin.Petitions;

/// <summary>Who owes in a petition: the courts and persons that the rules name by words, in the matter as a whole or in one hop of it.</summary>
public static class Obligors
{
    /// <summary>Where the clocks of a petition look.</summary>
    public static ClockSetting Setting(Petition petition, RuleBook rules, WorkCalendar calendar, CourtDirectory courts, DateOnly today)
    {
        IReadOnlyList<Court> Chain(int court) => courts.ByNumber(court) is { } found ? [found, .. courts.Superiors(found)] : [];
        return new ClockSetting(
            rules, calendar, court => [.. Chain(court).Select(c => c.Number)], (word, thing) => Court(petition, word, thing, Chain), (obligor, thing) => Person(petition, obligor, thing), today)
        {
            IsAbove = court => courts.ByNumber(court) is { } found && courts.Children(found).Count > 0,
            Level = court => courts.ByNumber(court)?.Level,
            CaseCourt = number => CaseNumberReader.Read(number, courts, today.Year) is CaseNumberReading.Parsed { Number.Court.Number: var court } ? court : null,
        };
    }

    /// <summary>Who is named for an obligor; null while nobody is, then the unit owes.</summary>
    /// <param name="thing">The one of several things that opened what is owed.</param>
    public static Guid? Person(Petition petition, Obligor obligor, Thing? thing) => obligor switch
    {
        { Person: null } => null,
        { Court: "handed-down-to" } when Hop(petition, thing) is { } hop => obligor.Person == "handler" ? hop.Named?.Handler : null,
        { Court: "superior" or "high" or "supreme" or "deciding" } => null,
        { Person: "handler" } => petition.Assignment?.Handler,
        _ => petition.Team.Person(obligor.Person),
    };

    private static int? Court(Petition petition, string word, Thing? thing, Func<int, IReadOnlyList<Court>> chain)
    {
        var (hop, procedure) = (Hop(petition, thing), Procedure(petition, thing));
        var responsible = procedure?.Court ?? petition.Opened.Responsible;
        return word switch
        {
            "responsible" or "party" => responsible,
            "registering" => petition.Id.Home,
            "handed-down-to" => hop?.Issued.To,
            "superior" => hop?.Issued.From ?? procedure?.Reviewer ?? chain(responsible).Skip(1).FirstOrDefault()?.Number,
            "high" => chain(hop?.Issued.To ?? responsible).FirstOrDefault(c => c.Level == CourtLevel.High)?.Number,
            "deciding" => thing?.Series == Termination.Series ? petition.Terminations.Find(thing.No)?.Decider : null,
            "supreme" => chain(responsible)[^1].Number,
            _ => null,
        };
    }

    /// <summary>The chain of procedures that a clock is about: its own court answers, and the court that its last fact named stands above.</summary>
    private static Conversion? Procedure(Petition petition, Thing? thing) => thing is { Series: "conversion", No: var no } ? petition.Procedures.Find(no) : null;

    private static Hop? Hop(Petition petition, Thing? thing) => thing?.Series == Petitions.Hop.Series ? petition.HandDowns.Find(thing.No) : null;
}

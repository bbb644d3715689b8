namespace Zhixin.Petitions.Acts;

/// <summary>What every act on a chain of procedures asks first.</summary>
public static class Chains
{
    /// <summary>A procedure goes its own way when the petition has ended, but not where the petition was an error or lives on elsewhere.</summary>
    public static Refusal.State? NotInForce(Petition petition) =>
        petition.Stage is Stage.Voided or Stage.Merged ? new Refusal.State("petition-not-open", petition.Stage.Code) : null;

    /// <summary>Why no chain of the petition fits an act of a court; null where one does.</summary>
    /// <param name="none">What is said where none does.</param>
    public static Refusal? None(Petition petition, Func<Conversion, bool> fits, Refusal.State none) =>
        NotInForce(petition) ?? (petition.Procedures.Conversions.Any(fits) ? null : none);

    /// <summary>The last day of a right of the chain, as it stands; null where none began.</summary>
    public static DateOnly? Last(Petition petition, Conversion chain, RemedyWindow window) => Obligation(petition, chain, window)?.Due;

    /// <summary>The court's own rulings and steps of a chain alone are its to tell.</summary>
    internal static Refusal.Law? Elsewhere(int court, ChainRules rules, string clause, params IReadOnlyList<int> courts) =>
        courts.Contains(court) ? null : new Refusal.Law(clause, "chain-other-court", rules.Court(courts[0]).Name);

    /// <summary>What is wrong with a day of receipt; null where nothing is.</summary>
    internal static Refusal.Input? Day(string field, DateOnly on, DateOnly today, DateOnly? notBefore = null) => on switch
    {
        _ when on > today => new Refusal.Input(field, "date-in-future", on),
        _ when on < Calendar.WorkCalendar.First => new Refusal.Input(field, "date-too-early", Calendar.WorkCalendar.First),
        _ when on < notBefore => new Refusal.Input(field, "before-what-it-answers", notBefore),
        _ => null,
    };

    /// <summary>The clock of a right; the newest, since a ruling that was sent back begins another.</summary>
    internal static Obligations.Obligation? Obligation(Petition petition, Conversion chain, RemedyWindow window) =>
        petition.Obligations.LastOrDefault(o => o.IsWindow && o.Opened.Thing == Conversion.Thing(chain.Owed.No) && o.Rule.FulfilledBy.Contains(Fulfilling(window)));

    /// <summary>The clock of the ruling that a step owes; null where none runs.</summary>
    public static Obligations.Obligation? RulingOwed(Petition petition, Conversion chain) => petition.Obligations.LastOrDefault(o =>
        o.IsOpen && o.Opened.Thing == Conversion.Thing(chain.Owed.No) && o.Rule.Kind is not "ordered-objection-ruling" && Rulings(chain).Any(o.Rule.FulfilledBy.Contains) && o.Due is not null);

    internal static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Fulfilling(RemedyWindow window) => window switch
    {
        RemedyWindow.Reconsideration => "procedure.reconsideration-applied",
        RemedyWindow.Suit => "procedure.outsider-suit-filed",
        RemedyWindow.Supervision => "procedure.supervision-applied",
    };

    private static string[] Rulings(Conversion chain) => chain.Current.Kind switch
    {
        ReviewKind.Objection => ["procedure.objection-ruled", "procedure.outsider-objection-ruled"],
        ReviewKind.Reconsideration => ["procedure.reconsideration-ruled"],
        ReviewKind.Supervision => ["procedure.supervision-ruled"],
    };
}

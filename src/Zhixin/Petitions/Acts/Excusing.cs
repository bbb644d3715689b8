using Zhixin.Obligations;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// A period that was missed for a reason that nobody could help (CPL-86): within ten days after the obstacle ended the party asks, and the court decides whether
/// the period is extended, and until when.
/// </summary>
public static class Excusing
{
    /// <summary>The act by which the court decides, as the authority matrix names it.</summary>
    public const string Deciding = "decide-excuse";

    /// <summary>The obstacle is over; from here ten days run.</summary>
    public static Decision<object> End(Petition petition, int no, RemedyWindow window, DateOnly endedOn, string? obstacle, string? proof, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        var chain when Used(chain, window) => new Refusal.Law("CPL-86", "excuse-used"),
        var chain when Chains.Last(petition, chain, window) is null => new Refusal.Law("CPL-86", "excuse-no-window"),
        _ when Chains.Day("endedOn", endedOn, rules.Today) is { } day => day,
        var chain when endedOn <= Chains.Last(petition, chain, window) && rules.Today <= Chains.Last(petition, chain, window) => new Refusal.Law("CPL-86", "excuse-not-missed", Chains.Last(petition, chain, window)),
        _ when Chains.Empty(obstacle) => new Refusal.Law("CPL-86", "excuse-needs-obstacle"),
        _ when Chains.Empty(proof) => new Refusal.Law("CPL-86", "excuse-needs-proof"),
        _ => new object[] { new ObstacleEnded(no, window, endedOn, obstacle!.Trim(), proof!.Trim()) },
    };

    /// <summary>The party asks, at the latest on the tenth day after the obstacle ended.</summary>
    public static Decision<object> Apply(Petition petition, int no, DateOnly receivedOn, string? paper, ChainRules rules) => Open(petition, no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Law("CPL-86", "excuse-no-obstacle"),
        { AppliedOn: not null } => new Refusal.State("excuse-applied"),
        { Obstacle: var ended } when Chains.Day("receivedOn", receivedOn, rules.Today, ended.EndedOn) is { } day => day,
        _ when Until(petition, no) is { } last && receivedOn > last => new Refusal.Law("CPL-86", "excuse-late", last),
        _ when Chains.Empty(paper) => new Refusal.Law("CPL-86", "application-needs-paper"),
        { Obstacle.Window: var window } => new object[] { new PeriodExtensionApplied(no, window, receivedOn, paper!.Trim()) },
    };

    /// <summary>The court decides; where it extends, the missed right is there again until the day that it names.</summary>
    /// <param name="until">The new last day, inclusive; null refuses.</param>
    public static Decision<object> Decide(Petition petition, int no, DateOnly? until, string? document, string? reason, int court, ChainRules rules)
    {
        var chain = petition.Procedures.Find(no);
        return chain is null ? new Refusal.Input("procedure", "conversion-unknown", no) : Open(petition, no) switch
        {
            _ when Chains.NotInForce(petition) is { } not => not,
            { AppliedOn: null } or null => new Refusal.Law("CPL-86", "excuse-not-applied"),
            _ when Chains.Elsewhere(court, rules, "CPL-86", chain.Court) is { } elsewhere => elsewhere,
            _ when until < rules.Today => new Refusal.Input("until", "excuse-until-past", rules.Today),
            _ when Chains.Empty(document) => new Refusal.Law("CPL-86", "excuse-needs-document"),
            _ when Chains.Empty(reason) => new Refusal.Input("reason", "reason-required"),
            { Obstacle.Window: var window } => Decided(petition, chain, window, until, document!.Trim(), reason!.Trim(), rules),
        };
    }

    /// <summary>Why no obstacle is to be told of; null where a right began and was not used.</summary>
    public static Refusal? NothingMissed(Petition petition) =>
        Chains.None(petition, c => Enum.GetValues<RemedyWindow>().Any(w => !Used(c, w) && Chains.Last(petition, c, w) is not null), new Refusal.State("excuse-nothing"));

    /// <summary>Why nobody can ask; null where an obstacle ended.</summary>
    public static Refusal? NothingToApply(Petition petition) => Chains.None(petition, c => Open(petition, c.Owed.No) is { AppliedOn: null }, new Refusal.State("excuse-nothing"));

    /// <summary>Why a court decides nothing; null where somebody asked.</summary>
    public static Refusal? NothingToDecide(Petition petition, int court) => Chains.None(petition, c => c.Court == court && Open(petition, c.Owed.No) is { AppliedOn: not null }, new Refusal.State("excuse-nothing"));

    /// <summary>The last day on which an extension can be asked for; null before the obstacle ended.</summary>
    public static DateOnly? Until(Petition petition, int no) =>
        petition.Obligations.LastOrDefault(o => o.Opened.Thing == Conversion.Thing(no) && o.Rule.FulfilledBy.Contains("procedure.extension-applied"))?.Due;

    /// <summary>The missed period that is not decided yet; null where there is none.</summary>
    internal static MissedWindow? Open(Petition petition, int no) => petition.Procedures.Find(no)?.Missed.LastOrDefault(m => m.DecidedOn is null);

    private static bool Used(Conversion chain, RemedyWindow window) => window switch
    {
        RemedyWindow.Reconsideration => chain.Round.Any(s => s.Kind == ReviewKind.Reconsideration && s.WithdrawnOn is null),
        RemedyWindow.Suit => chain.Suit is not null,
        RemedyWindow.Supervision => chain.Round.Any(s => s.Kind == ReviewKind.Supervision && s.WithdrawnOn is null),
    };

    private static object[] Decided(Petition petition, Conversion chain, RemedyWindow window, DateOnly? until, string document, string reason, ChainRules rules)
    {
        var decided = new PeriodExtensionDecided(chain.Owed.No, window, until, document, reason);
        return until is { } day && Chains.Obligation(petition, chain, window) is { } owed
            ? [decided, new ObligationMoved(owed.No, owed.Due, day, false, "extension", reason, null, null, document, rules.Calendar.Version)]
            : [decided];
    }
}

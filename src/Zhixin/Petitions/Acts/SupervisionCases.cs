using Zhixin.Courts;

namespace Zhixin.Petitions.Acts;

/// <summary>An application for supervision.</summary>
/// <param name="Why">Why the Supreme Court and not the High Court that ruled; null where that is not asked for.</param>
public sealed record SupervisionApplication(DateOnly ReceivedOn, string? By, string? Paper, string? Why);

/// <summary>
/// Enforcement supervision 执行监督 (SPC16-15, 16; SUP23-1, 5): who is dissatisfied goes to the court that the edges name, in six months where a period runs;
/// that court owes a case, and the case ends by a ruling alone.
/// </summary>
public static class SupervisionCases
{
    /// <summary>The act by which a case is filed, as the authority matrix names it.</summary>
    public const string Filing = "file-supervision";

    /// <summary>Supervision is applied for; the court that the way of that day names owes a case.</summary>
    /// <param name="court">Number of the court that received the application.</param>
    public static Decision<object> Apply(Petition petition, int no, SupervisionApplication application, int court, ChainRules rules)
    {
        if (Closed(petition, no) is { } closed)
        {
            return closed;
        }

        var chain = petition.Procedures.Find(no)!;
        var (step, ground, on) = (chain.LastRuled!, Ground(chain.LastRuled!), application.ReceivedOn);
        var way = ground == SupervisionGround.Reconsideration && !Chains.Empty(application.Why) ? Way(step, rules) + "-above" : Way(step, rules);
        var edge = rules.Edge(way, step.Court, chain.Court, on);
        return application switch
        {
            _ when Chains.Day("receivedOn", on, rules.Today, step.Served!.On) is { } day => day,
            _ when ground == SupervisionGround.MissedPeriod && on <= Chains.Last(petition, chain, RemedyWindow.Reconsideration) => new Refusal.Law("SUP23-1", "supervision-remedy-first", Chains.Last(petition, chain, RemedyWindow.Reconsideration)),
            _ when edge is null => new Refusal.Law(Clause(ground), "supervision-no-way"),
            _ when edge.Court is null => new Refusal.Law(Clause(ground), "supervision-nobody-above", rules.Court(step.Court).Name),
            _ when court != chain.Court && court != edge.Court.Number => new Refusal.Law(Clause(ground), "chain-other-court", edge.Court.Name),
            _ when Last(petition, chain, rules) is { } last && on > last => new Refusal.Law("SUP23-5", "supervision-late", last, on),
            _ when Chains.Empty(application.By) => new Refusal.Law("SUP23-1", "application-needs-person"),
            _ when Chains.Empty(application.Paper) => new Refusal.Law("SUP23-1", "application-needs-paper"),
            _ => Applied(petition, chain, application, ground, edge.Court).ToArray(),
        };
    }

    /// <summary>An objection that came in its period was never filed, and the petitioner went on after it: the enforcing court owes a case of supervision (SPC16-16).</summary>
    /// <param name="periodEndedOn">The last day on which the objection could be raised.</param>
    /// <param name="why">What that day rests on, and where it is kept.</param>
    public static Decision<object> Unfiled(Petition petition, int no, DateOnly periodEndedOn, string? why, ChainRules rules)
    {
        var (chain, continued) = (petition.Procedures.Find(no), petition.Contacts.Where(c => c.ReceivedOn > periodEndedOn).Min(c => (DateOnly?)c.ReceivedOn));
        return chain switch
        {
            _ when Chains.NotInForce(petition) is { } not => not,
            null => new Refusal.Input("procedure", "conversion-unknown", no),
            { Steps: [_, .., { IsOpen: true }] } => new Refusal.State("chain-step-open"),
            { IsOwed: false } => new Refusal.Law("SPC16-16", "unfiled-is-filed"),
            { Owed.ReceivedOn: var received } when received > periodEndedOn => new Refusal.Law("SPC16-16", "unfiled-too-late", periodEndedOn),
            _ when periodEndedOn >= rules.Today => new Refusal.Law("SPC16-16", "unfiled-period-runs", periodEndedOn),
            _ when continued is null => new Refusal.Law("SPC16-16", "unfiled-not-continued", periodEndedOn),
            _ when Chains.Empty(why) => new Refusal.Law("SPC16-16", "unfiled-needs-proof"),
            _ when rules.Edge("unfiled-objection>supervision", chain.Court, chain.Court, continued.Value)?.Court is { } court =>
                new object[] { new SupervisionOwed(no, continued.Value, court.Number, SupervisionGround.UnfiledObjection, periodEndedOn, why!.Trim()) },
            _ => new Refusal.Law("SPC16-16", "supervision-no-way"),
        };
    }

    /// <summary>The court that owes the case files it under a number of its own; what was handed down because of it is over (SPC16-14(3)).</summary>
    public static Decision<object> File(Petition petition, int no, CaseNumber? number, int court, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Current: not { Kind: ReviewKind.Supervision, IsOpen: true } } => new Refusal.Law("SPC16-15", "supervision-not-owed"),
        { Current.Number: not null } => new Refusal.State("supervision-filed"),
        { Current: var step } when Chains.Elsewhere(court, rules, Clause(step.Ground), step.Court) is { } elsewhere => elsewhere,
        { Current: var step } when Reconsidering.Unfit(petition, number, "执监", step.Court, Clause(step.Ground)) is { } unfit => unfit,
        { Current: var step } => new object[] { new SupervisionFiled(no, step.Court, step.Ground!.Value, number!.Text) }.Concat(HandingDown.Filed(petition)).ToArray(),
    };

    /// <summary>Whoever applied takes it back before it is filed; once filed, the case ends by a ruling.</summary>
    public static Decision<object> Withdraw(Petition petition, int no, string? document) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Current: not { Kind: ReviewKind.Supervision, IsOpen: true } } => new Refusal.Law("SPC16-15", "supervision-not-owed"),
        { Current: { Number: not null } step } => new Refusal.Law(Clause(step.Ground), "supervision-ends-by-ruling"),
        { Current: var step } when Chains.Empty(document) => new Refusal.Law(Clause(step.Ground), "procedure-withdrawal-needs-paper"),
        _ => new object[] { new SupervisionWithdrawn(no, document!.Trim()) },
    };

    /// <summary>Why supervision of a chain cannot be applied for, whatever is given; null when it can.</summary>
    public static Refusal? Closed(Petition petition, int no) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { IsOpen: true } => new Refusal.State("chain-step-open"),
        { LastRuled: null } => new Refusal.Law("SUP23-1", "supervision-nothing-ruled"),
        { Owed.Kind: ObjectionKind.Outsider, LastRuled.Kind: ReviewKind.Objection } => new Refusal.Law("CPL-238", "supervision-outsider"),
        { LastRuled.Served: null } => new Refusal.Law("SUP23-5", "supervision-not-effective"),
        { LastRuled: { Kind: ReviewKind.Supervision, Ground: not SupervisionGround.UnfiledObjection } } => new Refusal.Law("SPC16-15", "supervision-once"),
        _ => null,
    };

    /// <summary>Why no application can be received; null where one can.</summary>
    public static Refusal? NothingToApply(Petition petition) => Chains.None(petition, c => Closed(petition, c.Owed.No) is null, new Refusal.State("supervision-nothing"));

    /// <summary>Why no objection is left unfiled; null where one is.</summary>
    public static Refusal? NothingUnfiled(Petition petition) => Chains.None(petition, c => c is { IsOwed: true, Steps.Count: 1 }, new Refusal.State("conversion-none"));

    /// <summary>Why a court owes no case; null where it does.</summary>
    public static Refusal? NothingToFile(Petition petition, int court) =>
        Chains.None(petition, c => c.Current is { Kind: ReviewKind.Supervision, IsOpen: true, Number: null } step && step.Court == court, new Refusal.State("supervision-not-owed"));

    /// <summary>Why nothing can be taken back; null where an application for reconsideration or supervision can.</summary>
    public static Refusal? NothingToWithdraw(Petition petition) => Chains.None(
        petition, c => c.Current is { Kind: ReviewKind.Reconsideration, IsOpen: true } or { Kind: ReviewKind.Supervision, IsOpen: true, Number: null }, new Refusal.State("review-none"));

    /// <summary>The last day of the six months; null where no period runs.</summary>
    public static DateOnly? Last(Petition petition, Conversion chain, ChainRules rules) => Ground(chain.LastRuled!) switch
    {
        SupervisionGround.MissedPeriod when Chains.Last(petition, chain, RemedyWindow.Reconsideration) is { } expired =>
            rules.Last("supervision-window", "procedure.remedy-period-expired", chain.Court, expired),
        SupervisionGround.Reconsideration => Chains.Last(petition, chain, RemedyWindow.Supervision),
        _ => null,
    };

    /// <summary>The clause that owes a case.</summary>
    public static string Clause(SupervisionGround? ground) => ground switch
    {
        SupervisionGround.UnfiledObjection or SupervisionGround.SupervisionRuling => "SPC16-16",
        SupervisionGround.MissedPeriod => "SUP23-1",
        SupervisionGround.Reconsideration or null => "SPC16-15",
    };

    /// <summary>The way that leads on from a ruling.</summary>
    internal static string Way(ReviewStep step, ChainRules rules) => Ground(step) switch
    {
        SupervisionGround.MissedPeriod => "missed-period>supervision",
        SupervisionGround.SupervisionRuling => "supervision>supervision",
        SupervisionGround.UnfiledObjection => "unfiled-objection>supervision",
        SupervisionGround.Reconsideration => rules.Court(step.Court).Level == CourtLevel.High ? "high-reconsideration>supervision" : "reconsideration>supervision",
    };

    internal static SupervisionGround Ground(ReviewStep step) => step.Kind switch
    {
        ReviewKind.Objection => SupervisionGround.MissedPeriod,
        ReviewKind.Reconsideration => SupervisionGround.Reconsideration,
        ReviewKind.Supervision => SupervisionGround.SupervisionRuling,
    };

    private static IEnumerable<object> Applied(Petition petition, Conversion chain, SupervisionApplication application, SupervisionGround ground, Court court)
    {
        var (no, on) = (chain.Owed.No, application.ReceivedOn);
        if (ground == SupervisionGround.MissedPeriod && Chains.Last(petition, chain, RemedyWindow.Reconsideration) is { } expired)
        {
            yield return new RemedyPeriodExpired(no, expired, Limited: true);
        }

        yield return new SupervisionApplied(no, on, court.Number, ground, application.By!.Trim(), application.Paper!.Trim(), Chains.Empty(application.Why) ? null : application.Why!.Trim());
        yield return new SupervisionOwed(no, on, court.Number, ground, null, null);
    }
}

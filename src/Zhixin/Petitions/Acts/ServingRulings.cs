namespace Zhixin.Petitions.Acts;

/// <summary>How a ruling was served.</summary>
/// <param name="To">To whom.</param>
public sealed record ServeRuling(DateOnly ServedOn, string? To, ServiceMethod Method, string? Proof);

/// <summary>
/// A ruling takes effect, and the right to go on begins, with its service (CPL-236, 238; SUP23-5). The court that made it serves it, or the enforcing court does so for it.
/// </summary>
public static class ServingRulings
{
    /// <summary>The act, as the authority matrix names it.</summary>
    public const string Act = "serve-ruling";

    /// <summary>The first ruling of the chain that reached nobody yet is served.</summary>
    /// <param name="court">Number of the court that acts.</param>
    public static Decision<object> Serve(Petition petition, int no, ServeRuling serve, int court, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Unserved: null } => new Refusal.State("serve-nothing"),
        { Unserved: { } step } chain => Clause(chain, step) switch
        {
            var clause when Chains.Elsewhere(court, rules, clause, step.Court, chain.Court) is { } elsewhere => elsewhere,
            _ when Chains.Day("servedOn", serve.ServedOn, rules.Today, step.Ruling!.On) is { } day => day,
            var clause when Chains.Empty(serve.To) => new Refusal.Law(clause, "serve-needs-person"),
            var clause when Chains.Empty(serve.Proof) => new Refusal.Law(clause, "serve-needs-proof"),
            _ => new[] { Served(chain, step, serve, rules) },
        },
    };

    /// <summary>Why a court serves nothing; null where a ruling waits for it.</summary>
    public static Refusal? NothingToServe(Petition petition, int court) => Chains.None(petition, c => c.Unserved is { } step && (step.Court == court || c.Court == court), new Refusal.State("serve-nothing"));

    private static string Clause(Conversion chain, ReviewStep step) => step.Kind switch
    {
        ReviewKind.Objection => chain.Owed.Kind == ObjectionKind.Act ? "CPL-236" : "CPL-238",
        ReviewKind.Reconsideration => "SUP23-5",
        ReviewKind.Supervision => SupervisionCases.Clause(step.Ground),
    };

    private static object Served(Conversion chain, ReviewStep step, ServeRuling serve, ChainRules rules)
    {
        var (no, level, to, proof) = (chain.Owed.No, rules.Court(step.Court).Level, serve.To!.Trim(), serve.Proof!.Trim());
        return step.Kind switch
        {
            ReviewKind.Objection when chain.Owed.Kind == ObjectionKind.Act => new ObjectionRulingServed(no, serve.ServedOn, step.Court, level, to, serve.Method, proof),
            ReviewKind.Objection => new OutsiderRulingServed(no, serve.ServedOn, step.Court, level, to, serve.Method, proof),
            ReviewKind.Reconsideration => new ReconsiderationEffective(no, serve.ServedOn, step.Court, level, IsLimited(chain, step, serve.ServedOn, rules), to, serve.Method, proof),
            ReviewKind.Supervision => new SupervisionRulingServed(no, serve.ServedOn, step.Court, level, to, serve.Method, proof),
        };
    }

    /// <summary>Whether the law of the day on which it takes effect sets a period; what was sent back is not supervised.</summary>
    private static bool IsLimited(Conversion chain, ReviewStep step, DateOnly on, ChainRules rules) =>
        step.Ruling is not { Outcome: RulingOutcome.SentBack } && rules.Edge(SupervisionCases.Way(step, rules), step.Court, chain.Court, on) is { IsLimited: true };
}

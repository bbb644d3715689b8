namespace Zhixin.Petitions.Acts;

/// <summary>Orders of a superior 责令 (SPC16-14(2), 17): what makes each lawful.</summary>
public static partial class HandingDown
{
    /// <summary>What follows for running hops when the lower court files the procedure: an order to do so is carried out (SPC16-14(3)).</summary>
    internal static IEnumerable<object> Filed(Petition petition) =>
        petition.HandDowns.Open.Where(h => h.Issued.Mode == HandDownMode.OrderProcedure).Select(h => HandDownClosed.Of(h, HopEnd.Filed));

    /// <summary>An order stands on what makes it lawful: nothing was reviewed yet (SPC16-14(2)), or a ruling is severely late (SPC16-17).</summary>
    private static Refusal.Law? Ordered(Petition petition, HandDown command, HandDownRules rules) => command.Mode switch
    {
        HandDownMode.OrderProcedure when Reviewed(petition, rules) is { } reviewed => reviewed,
        HandDownMode.OrderProcedure when Empty(command.Told) => new Refusal.Law("SPC16-14(2)", "order-procedure-needs-remedy"),
        HandDownMode.OrderRuling => NotLate(petition, rules),
        _ => null,
    };

    /// <summary>What was reviewed, or is under review, is not ordered to be; an objection that the court lets lie is (OBJ-3).</summary>
    private static Refusal.Law? Reviewed(Petition petition, HandDownRules rules) =>
        petition.Procedures.Conversions.Any(c => (c.Ended is null or ConversionEnd.Ruled or ConversionEnd.Supervised || c.IsOpen) && !LiesUnfiled(petition, c, rules))
            ? new Refusal.Law("SPC16-14(2)", "order-procedure-reviewed") : null;

    private static Refusal.Law? NotLate(Petition petition, HandDownRules rules) =>
        Late(petition, rules).Any() ? null : new Refusal.Law("SPC16-17", "order-ruling-not-late", rules.SevereOverrun);

    /// <summary>Whether filing is overdue: the clock of three days is over, and nothing took its place.</summary>
    private static bool LiesUnfiled(Petition petition, Conversion chain, HandDownRules rules) => chain is { IsOwed: true, Steps.Count: 1 }
        && petition.Obligations.Any(o => o.IsOpen && o.Due < rules.Today && o.Opened.Thing == Conversion.Thing(chain.Owed.No) && o.Rule.FulfilledBy.Contains("procedure.objection-filed"));

    /// <summary>The rulings that are severely late, each owed by the court that reviews.</summary>
    private static IEnumerable<Obligations.Obligation> Late(Petition petition, HandDownRules rules) => petition.Obligations.Where(o => LateRulings.IsSevere(o, rules.Today, rules.SevereOverrun));

    /// <summary>An order to rule goes to the court whose ruling is late, every other order to the court whose case it is.</summary>
    private static Refusal.Law? Astray(Petition petition, HandDown command, Courts.Court to, HandDownRules rules)
    {
        int[] late = command.Mode == HandDownMode.OrderRuling ? [.. Late(petition, rules).Select(o => o.Opened.Court)] : [];
        var astray = late.Length > 0 ? !late.Contains(to.Number) : rules.Enforcing is { } court && court != to.Number;
        return astray && command.Mode is not (HandDownMode.HandDown or HandDownMode.DirectTransfer) ? new Refusal.Law(Clause(command.Mode), "hand-down-not-enforcing", to.Name) : null;
    }

    /// <summary>What an order means for the chains that it is about: there on the day on which it is recorded.</summary>
    private static IEnumerable<object> Orders(Petition petition, HandDown command, Courts.Court to, HandDownRules rules)
    {
        if (command.Mode == HandDownMode.OrderRuling)
        {
            foreach (var owed in Late(petition, rules).Where(o => o.Opened.Court == to.Number && o.Opened.Thing is not null).DistinctBy(o => o.Opened.Thing))
            {
                yield return new RulingOrdered(owed.Opened.Thing!.No, command.From.Number, command.Due!.Value);
                if (!owed.Rule.FulfilledBy.Contains("procedure.reconsideration-ruled"))
                {
                    yield return new ObjectionRulingOrdered(owed.Opened.Thing.No, rules.Today);
                }
            }
        }

        foreach (var chain in command.Mode == HandDownMode.OrderProcedure ? petition.Procedures.Conversions.Where(c => LiesUnfiled(petition, c, rules)) : [])
        {
            yield return new FilingOrdered(chain.Owed.No, rules.Today);
        }
    }
}

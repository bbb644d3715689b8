namespace Zhixin.Petitions.Acts;

/// <summary>Orders of a superior 责令 (SPC16-14(2), 17): what makes each lawful.</summary>
public static partial class HandingDown
{
    /// <summary>An order stands on what makes it lawful: nothing was reviewed yet (SPC16-14(2)), or a ruling is severely late (SPC16-17).</summary>
    private static Refusal.Law? Ordered(Petition petition, HandDown command, HandDownRules rules) => command.Mode switch
    {
        HandDownMode.OrderProcedure when Reviewed(petition) is { } reviewed => reviewed,
        HandDownMode.OrderProcedure when Empty(command.Told) => new Refusal.Law("SPC16-14(2)", "order-procedure-needs-remedy"),
        HandDownMode.OrderRuling => NotLate(petition, rules),
        _ => null,
    };

    private static Refusal.Law? Reviewed(Petition petition) =>
        petition.Procedures.Conversions.Any(c => c.Ended is null or ConversionEnd.Ruled) ? new Refusal.Law("SPC16-14(2)", "order-procedure-reviewed") : null;

    private static Refusal.Law? NotLate(Petition petition, HandDownRules rules) =>
        petition.Obligations.Any(o => IsSeverelyLate(o, rules)) ? null : new Refusal.Law("SPC16-17", "order-ruling-not-late", rules.SevereOverrun);

    private static bool IsSeverelyLate(Obligations.Obligation owed, HandDownRules rules) =>
        owed is { IsOpen: true, Trigger: { } from, Due: { } due } && owed.Rule.FulfilledBy.Any(name => name is "procedure.objection-ruled" or "procedure.outsider-objection-ruled")
        && rules.Today.DayNumber - from.DayNumber > (due.DayNumber - from.DayNumber) * rules.SevereOverrun;
}

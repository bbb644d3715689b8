namespace Zhixin.Petitions.Acts;

/// <summary>Settlement 执行和解 and what is performed under it (SPC16-7(2)).</summary>
public static class Settling
{
    /// <summary>The parties agreed; the paper is there.</summary>
    public static Decision<object> Settle(Petition petition, string? parties, string? terms, string? document) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when Empty(parties) => new Refusal.Law("SPC16-7(2)", "settlement-needs-parties"),
        _ when Empty(terms) => new Refusal.Law("SPC16-7(2)", "settlement-needs-terms"),
        _ when Empty(document) => new Refusal.Law("SPC16-7(2)", "settlement-needs-document"),
        _ => new object[] { new PetitionSettled(petition.Measures.Settlements.All.Count + 1, parties!.Trim(), terms!.Trim(), document!.Trim()) },
    };

    /// <summary>Something was performed.</summary>
    public static Decision<object> Perform(Petition petition, int settlement, string? what, string? proof) => Standing(petition, settlement) switch
    {
        (_, { } not) => not,
        _ when Empty(what) => new Refusal.Law("SPC16-7(2)", "performance-needs-words"),
        _ when Empty(proof) => new Refusal.Law("SPC16-7(2)", "performance-needs-proof"),
        _ => new object[] { new PetitionSettlementPerformed(settlement, what!.Trim(), proof!.Trim()) },
    };

    /// <summary>The settlement is no longer performed, and says why.</summary>
    public static Decision<object> Break(Petition petition, int settlement, string? reason) => Standing(petition, settlement) switch
    {
        (_, { } not) => not,
        _ when Empty(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new PetitionSettlementBroken(settlement, reason!.Trim()) }.Concat(Resolving.Lapse(petition, ResolutionLapse.SettlementBroken, settlement)).ToArray(),
    };

    /// <summary>Why there is no settlement to perform or to break; null where one stands.</summary>
    public static Refusal? NoneStands(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when petition.Measures.Settlements.All.All(s => s.BrokenBecause is not null) => new Refusal.Law("SPC16-7(2)", "settlement-none"),
        _ => null,
    };

    private static (Settlement? Settlement, Refusal? Not) Standing(Petition petition, int no) => petition.Measures.Settlements.All.FirstOrDefault(s => s.Settled.No == no) switch
    {
        _ when NoneStands(petition) is { } none => (null, none),
        null => (null, new Refusal.Input("settlement", "settlement-unknown", no)),
        { BrokenBecause: not null } => (null, new Refusal.State("settlement-broken", no)),
        var settlement => (settlement, null),
    };

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}

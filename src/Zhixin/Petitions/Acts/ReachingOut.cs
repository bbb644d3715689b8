namespace Zhixin.Petitions.Acts;

/// <summary>Corrections (JZ21-3.2.4(3)), contact with others and visits to the petitioner's place (JZ21-3.1).</summary>
public static class ReachingOut
{
    /// <summary>What was wrong in the enforcement was put right, with proof.</summary>
    public static Decision<object> Correct(Petition petition, PetitionErrorCorrected corrected) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when Empty(corrected.Wrong) => new Refusal.Law("JZ21-3.2.4(3)", "rectification-needs-wrong"),
        _ when Empty(corrected.Done) => new Refusal.Law("JZ21-3.2.4(3)", "rectification-needs-done"),
        _ when Empty(corrected.Proof) => new Refusal.Law("JZ21-3.2.4(3)", "rectification-needs-proof"),
        _ => new object[] { corrected },
    };

    /// <summary>Others were asked to help: for a purpose, and only as far as the petitioner consents.</summary>
    public static Decision<object> Contact(Petition petition, PetitionThirdPartyContacted contacted) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when Empty(contacted.Whom) => new Refusal.Input("whom", "third-party-unnamed"),
        _ when Empty(contacted.Purpose) => new Refusal.Law("JZ21-3.1", "outreach-needs-purpose"),
        _ when Empty(contacted.Consent) => new Refusal.Law("JZ21-3.1", "outreach-needs-consent"),
        _ when Empty(contacted.Content) => new Refusal.Input("content", "third-party-needs-content"),
        _ when Empty(contacted.Proof) => new Refusal.Law("JZ21-3.1", "outreach-needs-proof"),
        _ => new object[] { contacted },
    };

    /// <summary>Leaders visited the petitioner, with the local Party and government: a meeting in person as well.</summary>
    /// <param name="met">What was said there.</param>
    public static Decision<object> Visit(Petition petition, PetitionOutreachVisited visited, PetitionMet met) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when Empty(visited.Purpose) => new Refusal.Law("JZ21-3.1", "outreach-needs-purpose"),
        _ when Empty(visited.Consent) => new Refusal.Law("JZ21-3.1", "outreach-needs-consent"),
        _ when Empty(visited.With) => new Refusal.Law("JZ21-3.1", "outreach-needs-local"),
        _ when Empty(visited.Place) => new Refusal.Input("place", "outreach-needs-place"),
        _ => Working.Meet(petition, met) is Decision<object>.Refused refused ? refused : new object[] { visited, met },
    };

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}

namespace Zhixin.Petitions.Acts;

/// <summary>First contact, and staff sent to where people stay (JZ21-3.2.1).</summary>
public static class Reaching
{
    /// <summary>A named person reached the petitioner.</summary>
    public static Decision<object> Contact(Petition petition, PetitionFirstContacted contacted) => petition switch
    {
        _ when Reached(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(contacted.By) => new Refusal.Law("JZ21-3.2.1", "first-contact-needs-name"),
        _ when string.IsNullOrWhiteSpace(contacted.Content) => new Refusal.Law("JZ21-3.2.1", "first-contact-needs-content"),
        _ when string.IsNullOrWhiteSpace(contacted.Proof) => new Refusal.Law("JZ21-3.2.1", "first-contact-needs-proof"),
        _ => new object[] { contacted },
    };

    /// <summary>The court was told that people stay somewhere. The notice may have arrived on an earlier day, never before the matter began.</summary>
    public static Decision<object> Notice(Petition petition, PetitionSceneNoticed noticed, DateOnly today) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Scene.Waiting: not null } => new Refusal.State("scene-already-noticed"),
        _ when noticed.ReceivedOn > today => new Refusal.Input("receivedOn", "date-in-future", noticed.ReceivedOn),
        _ when noticed.ReceivedOn < petition.FirstReceivedOn => new Refusal.Input("receivedOn", "before-receipt", petition.FirstReceivedOn),
        _ when string.IsNullOrWhiteSpace(noticed.From) => new Refusal.Input("from", "scene-needs-source"),
        _ when string.IsNullOrWhiteSpace(noticed.Place) => new Refusal.Input("place", "scene-needs-place"),
        _ when string.IsNullOrWhiteSpace(noticed.Situation) => new Refusal.Input("situation", "scene-needs-situation"),
        _ => new object[] { noticed },
    };

    /// <summary>Staff went there. Who goes back does so freely: restraint and transport against the will are no result (JZ21-3.2.1).</summary>
    /// <param name="result">Null where what was given is none of the results.</param>
    /// <param name="freely">Whether nobody was held, carried or forced.</param>
    public static Decision<object> Send(Petition petition, SceneResult? result, bool freely, string? staff, string? content, string? proof) => petition switch
    {
        _ when NoScene(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(staff) => new Refusal.Law("JZ21-3.2.1", "scene-needs-staff"),
        _ when !freely || result is null => new Refusal.Law("JZ21-3.2.1", "scene-return-is-free"),
        _ when string.IsNullOrWhiteSpace(content) => new Refusal.Law("JZ21-3.2.1", "scene-needs-content"),
        _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("JZ21-3.2.1", "scene-needs-proof"),
        _ => new object[] { new PetitionSceneStaffSent(staff.Trim(), result.Value, content.Trim(), proof.Trim()) },
    };

    /// <summary>Why no first contact is recorded now; null where it is owed, or there was none yet.</summary>
    public static Refusal? Reached(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Scene.FirstContactedOn: { } on } when !petition.Obligations.Any(o => o.IsOpen && o.Rule.FulfilledBy.Contains("petition.first-contacted")) =>
            new Refusal.State("first-contact-made", on),
        _ => null,
    };

    /// <summary>Why nobody is to be sent; null where a notice waits.</summary>
    public static Refusal? NoScene(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Scene.Waiting: null } => new Refusal.State("scene-not-noticed"),
        _ => null,
    };
}

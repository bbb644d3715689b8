namespace Zhixin.Petitions;

/// <summary>First contact, and places where people stayed: the fold of those facts.</summary>
/// <param name="FirstContactedOn">Null before.</param>
/// <param name="Waiting">A notice to which nobody was sent yet; null where there is none.</param>
/// <param name="Last">How the last visit to a place ended; null before any.</param>
public sealed record Scene(DateOnly? FirstContactedOn, PetitionSceneNoticed? Waiting, PetitionSceneStaffSent? Last)
{
    /// <summary>Nothing of this kind.</summary>
    public static Scene None { get; } = new(null, null, null);

    /// <summary>Applies a fact; null when it is of another kind.</summary>
    public Scene? Apply(History.DatedFact dated) => dated.Fact switch
    {
        PetitionFirstContacted => this with { FirstContactedOn = FirstContactedOn ?? dated.On },
        PetitionSceneNoticed noticed => this with { Waiting = noticed },
        PetitionSceneStaffSent sent => this with { Waiting = null, Last = sent },
        _ => null,
    };
}

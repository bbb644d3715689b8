using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>How people who stayed at a place outside the court left it or did not. Return is voluntary: there is no word for anything else (JZ21-3.2.1).</summary>
public enum SceneResult
{
    /// <summary>Received and answered on the spot.</summary>
    ReceivedThere,

    /// <summary>Went back of their own will.</summary>
    ReturnedFreely,

    /// <summary>Stayed on.</summary>
    Stayed,
}

/// <summary>A named person of the court reached the petitioner for the first time after a hand-down (JZ21-3.2.1).</summary>
/// <param name="By">Who spoke with the petitioner.</param>
[Fact("petition.first-contacted", Shown = true, Clause = "JZ21-3.2.1")]
public sealed record PetitionFirstContacted(ServiceMethod Method, string By, string Content, string Proof);

/// <summary>The court was told that people stay or make trouble at a place (JZ21-3.2.1).</summary>
/// <param name="ReceivedOn">When the notice arrived: staff is sent the same day.</param>
/// <param name="From">Who told it.</param>
[Fact("petition.scene-notice-received", Clause = "JZ21-3.2.1")]
public sealed record PetitionSceneNoticed(DateOnly ReceivedOn, string From, string Place, string Situation);

/// <summary>Staff went to the place (JZ21-3.2.1).</summary>
/// <param name="Staff">Who went.</param>
[Fact("petition.scene-staff-dispatched", Clause = "JZ21-3.2.1")]
public sealed record PetitionSceneStaffSent(string Staff, SceneResult Result, string Content, string Proof);

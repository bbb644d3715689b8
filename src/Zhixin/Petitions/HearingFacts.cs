using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Petitions;

/// <summary>Why a hearing 听证 is held (GC21-9, SPC09-1.3).</summary>
public enum HearingReason
{
    /// <summary>The petition is flagged major: the hearing is required and public.</summary>
    Major,

    /// <summary>The petition is flagged complex: the hearing is required and public.</summary>
    Complex,

    /// <summary>A hard petition: the hearing is offered.</summary>
    Hard,

    /// <summary>Another reason, which is told.</summary>
    Other,
}

/// <summary>The petition is major, complex, or both 重大、复杂: a public hearing is required (SPC09-1.3).</summary>
/// <param name="FlaggedFor">The one acted for, where a deputy flagged it.</param>
[Fact("petition.flagged", Clause = "SPC09-1.3")]
public sealed record PetitionFlagged(bool Major, bool Complex, string Reason, Guid FlaggedBy, Guid? FlaggedFor);

/// <summary>The flag was an error; another person than who set it says why.</summary>
[Fact("petition.flag-lifted", Clause = "SPC09-1.3")]
public sealed record PetitionFlagLifted(string Reason);

/// <summary>A hearing is announced: when, where, who is to be notified.</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Why">In words, where the reason is another one.</param>
/// <param name="Day">The day of the hearing, not earlier than that of the announcement.</param>
/// <param name="Time">"14:30", at the court.</param>
/// <param name="Public">Whether anybody may attend.</param>
/// <param name="Presider">Who presides.</param>
/// <param name="Parties">Who must be served; at least one, the petitioner's capacity among them.</param>
/// <param name="Others">Who else is invited: lawyers, organisations, delegates.</param>
[Fact("petition.hearing-announced", Shown = true, Clause = "GC21-9")]
public sealed record PetitionHearingAnnounced(
    int No, HearingReason Reason, string? Why, DateOnly Day, string Time, string Place, bool Public, string Presider, IReadOnlyList<Capacity> Parties, string? Others);

/// <summary>A party has the notice of the hearing.</summary>
[Fact("petition.hearing-notice-served", Shown = true, Clause = "GC21-9")]
public sealed record PetitionHearingNoticeServed(int No, Capacity Party, ServiceMethod Method, string Proof);

/// <summary>The hearing was held on its day. A party that was served and did not come did not keep it from being held.</summary>
/// <param name="Present">The parties that came.</param>
/// <param name="Absent">Those that were served and did not come.</param>
/// <param name="Content">What was said.</param>
/// <param name="Minutes">The record, and where it is kept.</param>
[Fact("petition.hearing-held", Shown = true, Clause = "GC21-9")]
public sealed record PetitionHearingHeld(
    int No, bool Public, IReadOnlyList<Capacity> Present, IReadOnlyList<Capacity> Absent, string Content, string Result, Signing Signing, string Minutes);

/// <summary>A hearing that was announced is not held; whoever needs another announces another.</summary>
[Fact("petition.hearing-cancelled", Shown = true, Clause = "GC21-9")]
public sealed record PetitionHearingCancelled(int No, string Reason);

using Zhixin.History;

namespace Zhixin.Supervisions;

/// <summary>In which way a court supervises (HNP-5).</summary>
public enum SupervisionMode
{
    /// <summary>直接转办: straight to the enforcing court; no result is awaited.</summary>
    DirectTransfer,

    /// <summary>转办要结果: straight to the enforcing court, with a result by a date.</summary>
    TransferWithResult,

    /// <summary>交办要结果: to the intermediate court, which takes measures and reports by a date.</summary>
    HandDown,

    /// <summary>挂牌督办: listed.</summary>
    Listed,

    /// <summary>监督纠正: a full review by a named person or panel, and correction.</summary>
    Correct,
}

/// <summary>What a supervision stands on: a petition, or an enforcement case alone.</summary>
/// <param name="Petition">Id of the petition; null where it stands on the case.</param>
/// <param name="Home">Home of the petition; null with it.</param>
/// <param name="Number">Number of the petition; null with it.</param>
/// <param name="CaseNumber">The enforcement case, as read.</param>
public sealed record SupervisionSubject(Guid? Petition, int? Home, string? Number, string CaseNumber);

/// <summary>A superior received material about an enforcement case of a court under it (HNI-1, HNP-1): the supervision begins.</summary>
/// <param name="Number">Gapless per court and year.</param>
/// <param name="Court">Number of the supervising court; the home of the supervision.</param>
/// <param name="Enforcing">Number of the court whose case it is.</param>
/// <param name="Source">Code of the pack's list of sources (HNP-4).</param>
/// <param name="Body">Who sent it, in words; null where the court found it itself.</param>
/// <param name="Complaint">What is complained of.</param>
/// <param name="Accused">Staff whom the matter accuses: they neither see it nor act in it. In the fold, with those who were named later.</param>
/// <param name="Flags">Codes of the pack's list: major, hard, complex, opinion of the Supreme Court. Any of them asks for a panel (HNP-6).</param>
[Fact("supervision.material-received", Shown = true, Clause = "HNI-1")]
public sealed record SupervisionMaterialReceived(
    string Number, int Court, int Enforcing, SupervisionSubject Subject, string Source, string? Body, string Complaint, IReadOnlyList<string> Flags, IReadOnlyList<Guid> Accused, DateOnly ReceivedOn);

/// <summary>More staff are accused: by a contact or a cause of the petition since, or as the superior found (GC21-5(1)).</summary>
/// <param name="Accused">Those who were not before; at least one.</param>
/// <param name="Reason">What shows it; null where the petition says so.</param>
[Fact("supervision.accused-named", Clause = "GC21-5(1)")]
public sealed record SupervisionAccusedNamed(IReadOnlyList<Guid> Accused, string? Reason);

/// <summary>The material is with a named person for the first review.</summary>
[Fact("supervision.reviewer-named", Clause = "HNP-6")]
public sealed record SupervisionReviewerNamed(Guid Reviewer, string Name);

/// <summary>A panel is formed (HNP-6, HNI-11).</summary>
/// <param name="No">1, 2, 3 … within the supervision.</param>
/// <param name="Purpose">What it decides.</param>
/// <param name="Reason">Why it takes the place of another panel; null where it is the first.</param>
[Fact("supervision.panel-formed", Clause = "HNP-6")]
public sealed record SupervisionPanelFormed(int No, PanelPurpose Purpose, int? Opinion, IReadOnlyList<PanelMember> Members, string? Reason);

/// <summary>What a panel decides.</summary>
public enum PanelPurpose
{
    /// <summary>The review of the matter.</summary>
    Review,

    /// <summary>The reconsideration of an opinion; nobody who made the opinion sits on it.</summary>
    Reconsideration,
}

/// <summary>A member of a panel; the first presides.</summary>
public sealed record PanelMember(Guid Person, string Name);

/// <summary>The first review is done (HNI-4, HNP-7).</summary>
/// <param name="Qualifies">Whether it is to be supervised.</param>
/// <param name="Ground">Code of the pack's list of grounds (HNI-3); null where it is not supervised, or is only passed on.</param>
/// <param name="HasGround">Whether it is supervised on a ground of HNI-3, which asks for a letter (HNI-4).</param>
/// <param name="Situation">Code of the pack's list of situations that choose the mode (HNP-7); null where no instrument in force asks.</param>
/// <param name="Mode">Null where it is not supervised, or goes by letter alone (HNI-4).</param>
/// <param name="LateReason">Why later than as a rule; null in time (HNP-7).</param>
[Fact("supervision.reviewed", Clause = "HNI-4")]
public sealed record SupervisionReviewed(
    bool Qualifies, string? Ground, bool HasGround, string? Situation, SupervisionMode? Mode, string Opinion, string? LateReason, Guid ReviewedBy, Guid? ReviewedFor);

/// <summary>Supervision in a mode is taken up: the mode's clock begins (HNP-8, 10).</summary>
/// <param name="InstructedOn">When the instruction came on which it is taken up in this mode (HNP-9 counts from there); null where the mode needs none.</param>
[Fact("supervision.accepted", Shown = true, Clause = "HNP-7")]
public sealed record SupervisionAccepted(SupervisionMode Mode, DateOnly? InstructedOn);

/// <summary>Another mode than before, with the reason.</summary>
[Fact("supervision.mode-chosen", Clause = "HNP-5")]
public sealed record SupervisionModeChosen(SupervisionMode Mode, string Reason);

/// <summary>A body or leader instructs (HNP-9, 14).</summary>
/// <param name="From">Who: in words.</param>
/// <param name="Leader">Whether a president or vice president of the own court instructs (HNP-17).</param>
/// <param name="Mode">The mode that the instruction asks for; null where it leaves it open.</param>
/// <param name="AwaitsResult">Whether a report up is awaited.</param>
/// <param name="DueOn">Until when, as the instruction says.</param>
[Fact("supervision.instruction-received", Clause = "HNP-9")]
public sealed record SupervisionInstructionReceived(
    int No, string From, bool Leader, string Document, SupervisionMode? Mode, bool AwaitsResult, DateOnly ReceivedOn, bool DueStated, DateOnly? DueOn) : IAboutThing
{
    Thing IAboutThing.Thing => Instruction.Thing(No);
}

/// <summary>The supervision is over.</summary>
/// <param name="Condition">Code of the pack's closing conditions, or "unqualified", "passed-on", "settled", "merged".</param>
/// <param name="Evidence">What shows it.</param>
[Fact("supervision.closed", Shown = true, Clause = "HNI-15(1)")]
public sealed record SupervisionClosed(string Condition, string Evidence);

/// <summary>The supervision was opened by mistake.</summary>
[Fact("supervision.voided", Clause = "GC21-16")]
public sealed record SupervisionVoided(string Reason);

/// <summary>Another supervision of the same matter goes on in its place.</summary>
[Fact("supervision.merged", Clause = "HNI-2")]
public sealed record SupervisionMerged(Guid Into, int IntoHome, string IntoNumber, string Reason);

/// <summary>An act was entered later than the packs let pass, with what proves its day.</summary>
[Fact("supervision.entered-late")]
public sealed record SupervisionEnteredLate(string Act, string Proof, int Workdays);

using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>How the enforcement case ended of which the petitioner says that it is not done (SPC16-9, 10).</summary>
public enum ClosedAs
{
    /// <summary>As fully enforced: a closing notice is due.</summary>
    Enforced,

    /// <summary>By the ruling that ends this enforcement round 终结本次执行程序.</summary>
    ThisRound,
}

/// <summary>What a paper asks for, whatever its title (SPC16-12, 13).</summary>
public enum ObjectionKind
{
    /// <summary>执行异议: a party or an interested person says that an act breaks the law.</summary>
    Act,

    /// <summary>案外人异议: an outsider claims a right over the object of enforcement.</summary>
    Outsider,
}

/// <summary>What the ruling on an objection says.</summary>
public enum ObjectionOutcome
{
    Upheld,
    PartlyUpheld,
    Rejected,
}

/// <summary>The applicant says that a case which the court closed is not enforced (SPC16-9, 10).</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="ReceivedOn">When the court had the claim.</param>
/// <param name="Ruling">The paper by which the case was closed: number and date.</param>
/// <param name="Content">What the applicant says is missing.</param>
[Fact("procedure.closing-claim-received", Shown = true, Clause = "SPC16-9")]
public sealed record ClosingClaimReceived(int No, DateOnly ReceivedOn, ClosedAs ClosedAs, string Ruling, string Content) : IAboutThing
{
    Thing IAboutThing.Thing => ClosingClaim.Thing(No);
}

/// <summary>The applicant has the closing notice and knows that an objection may be raised against it (SPC16-9).</summary>
/// <param name="Notice">Number of the closing notice.</param>
/// <param name="Remedy">What was told: where, and until when.</param>
[Fact("procedure.closing-notice-served", Shown = true, Clause = "SPC16-9")]
public sealed record ClosingNoticeServed(int No, string Notice, string Remedy, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => ClosingClaim.Thing(No);
}

/// <summary>The applicant knows that an objection may be raised against the ruling that ended this round (SPC16-10).</summary>
[Fact("procedure.remedy-told", Shown = true, Clause = "SPC16-10")]
public sealed record ClosingRemedyTold(int No, string Remedy, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => ClosingClaim.Thing(No);
}

/// <summary>A paper that is an objection, whatever its title: it must be filed as one (SPC16-12, 13).</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="ReceivedOn">When the court had the paper; every clock counts from here.</param>
/// <param name="Titled">Whether it calls itself an objection.</param>
/// <param name="Paper">The paper, and where it is kept.</param>
/// <param name="Content">Which act is said to be wrong, or which right is claimed over what.</param>
/// <param name="MadeBy">Who made the act, where that is known: barred from reviewing it.</param>
[Fact("procedure.conversion-owed", Shown = true, Clause = "SPC16-12")]
public sealed record ConversionOwed(int No, DateOnly ReceivedOn, ObjectionKind Kind, bool Titled, string Paper, string Content, Guid? MadeBy) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The written objection was received: the limits of its review count from here (CPL-236).</summary>
[Fact("procedure.objection-received", Clause = "CPL-236")]
public sealed record ObjectionReceived(int No, DateOnly ReceivedOn) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The same for an outsider's objection (CPL-238).</summary>
[Fact("procedure.outsider-objection-received", Clause = "CPL-238")]
public sealed record OutsiderObjectionReceived(int No, DateOnly ReceivedOn) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The paper has become a procedure; the petition stays linked with it (SPC16-12, 13).</summary>
/// <param name="Number">Case number of the procedure.</param>
[Fact("procedure.converted", Shown = true, Clause = "SPC16-12")]
public sealed record ProcedureConverted(int No, ObjectionKind Kind, string Number) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The objection is filed (OBJ-2).</summary>
[Fact("procedure.objection-filed", Clause = "OBJ-2")]
public sealed record ObjectionFiled(int No, string Number) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>Both sides know that it is filed (OBJ-2).</summary>
[Fact("procedure.objection-notified", Shown = true, Clause = "OBJ-2")]
public sealed record ObjectionNotified(int No, string Parties, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>A ruling says that the objection is not accepted: what it lacks is more than a title (SPC16-13, OBJ-2).</summary>
[Fact("procedure.objection-not-accepted", Shown = true, Clause = "OBJ-2")]
public sealed record ObjectionNotAccepted(int No, string Ruling, string Reason, string Remedy) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The objection to an act is ruled on (CPL-236).</summary>
[Fact("procedure.objection-ruled", Shown = true, Clause = "CPL-236")]
public sealed record ObjectionRuled(int No, string Ruling, ObjectionOutcome Outcome) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The outsider's objection is ruled on (CPL-238).</summary>
[Fact("procedure.outsider-objection-ruled", Shown = true, Clause = "CPL-238")]
public sealed record OutsiderObjectionRuled(int No, string Ruling, ObjectionOutcome Outcome) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The objection was taken back, in writing.</summary>
[Fact("procedure.objection-withdrawn", Shown = true, Clause = "CPL-236")]
public sealed record ObjectionWithdrawn(int No, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

/// <summary>The same by an outsider.</summary>
[Fact("procedure.outsider-objection-withdrawn", Shown = true, Clause = "CPL-238")]
public sealed record OutsiderObjectionWithdrawn(int No, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Conversion.Thing(No);
}

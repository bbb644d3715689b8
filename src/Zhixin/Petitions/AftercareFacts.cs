using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>What a contact after the termination brings, as a person found.</summary>
public enum LateContactBrings
{
    /// <summary>Nothing new: the standing answer is given.</summary>
    Nothing,

    /// <summary>A new fact.</summary>
    NewFact,

    /// <summary>A clue to property.</summary>
    Clue,

    /// <summary>A claim for which a procedure is open.</summary>
    Procedure,
}

/// <summary>A contact joined a matter that is terminated: a person finds what it brings (SPC16-25).</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Termination">Number of the termination that stands.</param>
[Fact("termination.contact-came", Clause = "SPC16-25")]
public sealed record TerminationContactCame(int No, int Termination, Guid Contact, DateOnly ReceivedOn) : IAboutThing
{
    Thing IAboutThing.Thing => LateContact.Thing(No);
}

/// <summary>A person found what such a contact brings (SPC16-25).</summary>
/// <param name="No">Of the contact among those after a termination.</param>
[Fact("termination.contact-found", Clause = "SPC16-25")]
public sealed record TerminationContactFound(int No, Guid Contact, LateContactBrings Brings, string Reason, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => LateContact.Thing(No);
}

/// <summary>The standing answer: the matter is terminated, and nothing new was brought (SPC16-25).</summary>
[Fact("termination.standing-answer-given", Shown = true, Clause = "SPC16-25")]
public sealed record TerminationStandingAnswerGiven(int No, Guid Contact, string Content, ServiceMethod Method, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => LateContact.Thing(No);
}

/// <summary>A person found that the petitioner repeats and harasses without a new fact 无新事实反复申诉、缠访闹访 (SPC16-25).</summary>
/// <param name="Termination">Number of the termination that stands.</param>
/// <param name="Contacts">How many contacts came after the decision, as computed.</param>
/// <param name="Conduct">What was done, when and where.</param>
[Fact("petition.repeat-finding-recorded", Clause = "SPC16-25")]
public sealed record PetitionRepeatFindingRecorded(int Termination, int Contacts, string Conduct, string Proof, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Petitions.Termination.Thing(Termination);
}

/// <summary>It is reported to the political-legal committee of the same level (SPC16-25).</summary>
/// <param name="Contacts">How many contacts came after the decision, as computed.</param>
[Fact("petition.repeat-reported", Clause = "SPC16-25")]
public sealed record PetitionRepeatReported(int Termination, int Contacts, string Body, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Petitions.Termination.Thing(Termination);
}

/// <summary>The respondent's property was looked for again, and the applicant told of the result (SPC16-21).</summary>
/// <param name="AfterTermination">After the petition was terminated.</param>
/// <param name="Told">How the applicant was told.</param>
[Fact("enforcement-case.property-queried", Shown = true, Clause = "SPC16-21")]
public sealed record EnforcementPropertyQueried(int Termination, bool AfterTermination, bool Found, string Source, string Result, string Told, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Petitions.Termination.Thing(Termination);
}

/// <summary>The applicant gives a clue to property and asks to resume enforcement (SPC16-21).</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Contact">The contact that brought it; null where it came otherwise.</param>
[Fact("enforcement-case.clue-received", Shown = true, Clause = "SPC16-21")]
public sealed record EnforcementClueReceived(int No, bool AfterTermination, DateOnly ReceivedOn, string Clue, string Request, Guid? Contact, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => PropertyClue.Thing(No);
}

/// <summary>Enforcement resumes under a number of its own 执恢 (SPC16-21).</summary>
/// <param name="Number">As written in full.</param>
[Fact("enforcement-case.resumed", Shown = true, Clause = "SPC16-21")]
public sealed record EnforcementResumed(int Termination, string Number, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Petitions.Termination.Thing(Termination);
}

/// <summary>A clue was verified, after enforcement resumed (SPC16-21).</summary>
/// <param name="IsTrue">Whether there is such property.</param>
[Fact("enforcement-case.clue-verified", Shown = true, Clause = "SPC16-21")]
public sealed record EnforcementClueVerified(int No, bool IsTrue, string Findings, string Proof, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => PropertyClue.Thing(No);
}

using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>Where a document is kept that stands for a material of a write-off.</summary>
public enum DocumentSource
{
    /// <summary>What somebody recorded in the petition, with its proof.</summary>
    Record,

    /// <summary>A paper that was issued in the petition.</summary>
    Paper,

    /// <summary>A file of the petition or of one of its contacts.</summary>
    File,
}

/// <summary>A document on record.</summary>
/// <param name="Key">Its place in the history, its number among the papers, or the id of the file.</param>
/// <param name="Kind">The name of the recorded fact, or the kind of paper; empty for a file.</param>
/// <param name="Name">The proof as it was recorded, the number on the paper, or the file's name.</param>
/// <param name="On">The day of the record or paper; null for a file.</param>
public sealed record MatterDocument(DocumentSource Source, string Key, string Kind, string Name, DateOnly? On)
{
    /// <summary>What a form sends for it.</summary>
    public string Reference() => $"{Source switch { DocumentSource.Record => "record", DocumentSource.Paper => "paper", DocumentSource.File => "file" }}:{Key}";
}

/// <summary>A material of a write-off, ticked by a document.</summary>
/// <param name="Code">Of the pack's list of materials.</param>
public sealed record WriteOffMaterial(string Code, MatterDocument Document);

/// <summary>The handler has the matter handled and wants it written off (GC21-14, JZ21-3.2.4(6)).</summary>
[Fact("write-off.wanted", Clause = "GC21-14")]
public sealed record WriteOffWanted(int No) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>The handler applies for write-off 申请核销.</summary>
/// <param name="No">1, 2, 3 … within the petition: one number an application.</param>
/// <param name="Court">Number of the court that answers and applies.</param>
/// <param name="Ground">Of the list in force.</param>
/// <param name="GroundClause">The clause of that ground.</param>
/// <param name="Standard">How the standard is met, where an instrument in force asks for it (JZ21-3.2.4(6)); else null.</param>
/// <param name="Result">What came of the matter.</param>
/// <param name="Way">The courts above that it goes through, nearest first; the last one verifies. Empty where nobody handed down: then the court itself does.</param>
/// <param name="MaterialClause">The clause by which the material is sent up; null where none is in force.</param>
/// <param name="For">The one acted for, where a deputy applied.</param>
[Fact("write-off.applied", Clause = "HNP-16")]
public sealed record WriteOffApplied(
    int No, int Court, string Ground, string GroundClause, string? Standard, string Result, IReadOnlyList<WriteOffMaterial> Materials, IReadOnlyList<int> Way,
    string? MaterialClause, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>The enforcing court agrees.</summary>
[Fact("write-off.agreed", Clause = "HNP-16")]
public sealed record WriteOffAgreed(int No, int Court, string Opinion, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>The material is compiled and sent up.</summary>
/// <param name="To">Who has it.</param>
/// <param name="Document">What it was sent with, and where that is kept.</param>
[Fact("write-off.material-sent", Clause = "GC21-14")]
public sealed record WriteOffMaterialSent(int No, int Court, string To, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>A court on the way passes it up 逐级上报.</summary>
[Fact("write-off.passed-up", Clause = "HNP-16")]
public sealed record WriteOffPassedUp(int No, int Court, string Opinion, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>A court sends it one step back, with the reason.</summary>
/// <param name="To">Number of the court that has it again; null where the application is over and a better one is to be made.</param>
[Fact("write-off.returned", Clause = "HNP-16")]
public sealed record WriteOffReturned(int No, int Court, int? To, string Reason, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>The court that handed down names who verifies 专人核查.</summary>
[Fact("write-off.verifier-named", Clause = "HNP-16")]
public sealed record WriteOffVerifierNamed(int No, int Court, Guid Verifier, string VerifierName, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>The named person has verified, and submits write-off or continued supervision.</summary>
/// <param name="Submits">True: write-off. False: continued supervision.</param>
[Fact("write-off.verified", Clause = "HNP-16")]
public sealed record WriteOffVerified(int No, int Court, bool Submits, string Opinion, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>The platform of the superior system wrote it off.</summary>
/// <param name="Document">Number of the platform's answer, and where it is kept.</param>
[Fact("write-off.approved", Clause = "HNP-16")]
public sealed record WriteOffApproved(int No, int Court, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>It is not written off: handling and supervision go on.</summary>
/// <param name="Document">Of the platform; null where the verifier found so.</param>
[Fact("write-off.refused", Clause = "HNP-16")]
public sealed record WriteOffRefused(int No, int Court, string Reason, string? Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>The application is taken back, or falls away because the petitioner came again meanwhile.</summary>
/// <param name="Recurred">Whether it fell away because of that.</param>
[Fact("write-off.withdrawn", Clause = "HNP-16")]
public sealed record WriteOffWithdrawn(int No, bool Recurred, string? Reason) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>The way of an application is no longer the same: another court answers, another hop went down, or the petitioner took the petition back. A better one is made anew.</summary>
[Fact("write-off.lapsed", Clause = "HNP-16")]
public sealed record WriteOffLapsed(int No) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

/// <summary>How it showed that a matter recurs.</summary>
public enum Recurrence
{
    /// <summary>The petitioner came again.</summary>
    Contact,

    /// <summary>The matter was reopened with a new fact.</summary>
    Reopened,

    /// <summary>A court above or the court itself found that it recurs.</summary>
    Found,
}

/// <summary>The matter recurs: the write-off is reversed, and charged to the court that applied for it and to those who took part.</summary>
/// <param name="Reason">Where a person reversed it; else null.</param>
[Fact("write-off.reversed", Clause = "HNP-16")]
public sealed record WriteOffReversed(int No, Recurrence Because, string? Reason) : IAboutThing
{
    Thing IAboutThing.Thing => WriteOff.Thing(No);
}

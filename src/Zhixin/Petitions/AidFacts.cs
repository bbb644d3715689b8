using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>Which help follows judicial aid (JZ21-3.2.4(4)).</summary>
public enum ReliefKind
{
    /// <summary>民政救济.</summary>
    Civil,

    /// <summary>社会救济.</summary>
    Social,
}

/// <summary>An applicant in special hardship asks for judicial aid 司法救助 (GC21-11).</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Hardship">What the hardship is.</param>
/// <param name="NoProperty">What shows that enforcement found nothing: a ruling or a query.</param>
/// <param name="Document">The application.</param>
[Fact("petition.aid-applied", Shown = true, Clause = "GC21-11")]
public sealed record PetitionAidApplied(int No, string Hardship, string NoProperty, string Document);

/// <summary>The court reports the application to whoever decides.</summary>
/// <param name="Body">To whom.</param>
/// <param name="ReportedFor">The one acted for, where a deputy reported.</param>
[Fact("petition.aid-reported", Shown = true, Clause = "GC21-11")]
public sealed record PetitionAidReported(int No, string Body, string Document, Guid ReportedBy, Guid? ReportedFor);

/// <summary>Aid is granted with an amount, or refused with reasons.</summary>
/// <param name="Fen">The amount in fen, more than nothing; null where it is refused.</param>
/// <param name="Reason">Why it is refused; null where it is granted.</param>
[Fact("petition.aid-decided", Shown = true, Clause = "JZ21-3.2.4(4)")]
public sealed record PetitionAidDecided(int No, bool Granted, long? Fen, string? Reason, string Document);

/// <summary>The applicant knows what was decided.</summary>
[Fact("petition.aid-told", Shown = true, Clause = "GC21-11")]
public sealed record PetitionAidTold(int No, ServiceMethod Method, string Proof);

/// <summary>Hardship stays after the decision: civil or social relief is asked to help (JZ21-3.2.4(4)).</summary>
/// <param name="Body">Who was asked.</param>
[Fact("petition.relief-referred", Shown = true, Clause = "JZ21-3.2.4(4)")]
public sealed record PetitionReliefReferred(int No, ReliefKind Kind, string Body, string Proof);

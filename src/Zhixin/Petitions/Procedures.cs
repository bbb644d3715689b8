using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>An applicant's claim that a closed case is not enforced, and whether notice and remedy were served.</summary>
public sealed record ClosingClaim(ClosingClaimReceived Received, bool Answered)
{
    /// <summary>The n-th of a petition, as its clocks know it.</summary>
    public static Thing Thing(int no) => new("closing-claim", no);
}

/// <summary>How a conversion ended without a ruling on the objection, or with one.</summary>
public enum ConversionEnd
{
    NotAccepted,
    Ruled,
    Withdrawn,
}

/// <summary>A paper that is an objection, on its way to a procedure.</summary>
/// <param name="Number">Case number of the procedure; null while it is not filed.</param>
/// <param name="Ended">Null while the paper waits for filing or for the ruling.</param>
public sealed record Conversion(ConversionOwed Owed, string? Number, DateOnly? FiledOn, bool Notified, ConversionEnd? Ended, DateOnly? EndedOn)
{
    /// <summary>The clause that owes the conversion: a paper with another title is an objection all the same (SPC16-13).</summary>
    public string Clause => Owed.Titled ? "SPC16-12" : "SPC16-13";

    /// <summary>Whether the court still owes the filing.</summary>
    public bool IsOwed => Number is null && Ended is null;

    /// <summary>Whether both sides still are to be told of the filing (OBJ-2).</summary>
    public bool IsUntold => Number is not null && !Notified && Ended != ConversionEnd.Withdrawn;

    /// <summary>The n-th of a petition, as its clocks know it.</summary>
    public static Thing Thing(int no) => new("conversion", no);
}

/// <summary>What leads from a petition to procedures 诉访分离: the fold of those facts.</summary>
public sealed record Procedures(IReadOnlyList<ClosingClaim> Claims, IReadOnlyList<Conversion> Conversions)
{
    /// <summary>Before anything was received.</summary>
    public static Procedures None { get; } = new([], []);

    /// <summary>The paper whose filing is owed since longest; null where none is.</summary>
    public Conversion? Owed => Conversions.FirstOrDefault(c => c.IsOwed);

    /// <summary>Whether something in it is not done: a claim without its answer, an objection that is not decided, or of whose filing both sides do not know.</summary>
    public bool IsPending => Claims.Any(c => !c.Answered) || Conversions.Any(c => c.Ended is null || c.IsUntold);

    /// <summary>Whether a person made an act that a paper attacks which is not decided yet: that person does not review it.</summary>
    public bool Made(Func<Guid, bool> include) => Conversions.Any(c => c.Ended is null && c.Owed.MadeBy is { } maker && include(maker));

    /// <summary>How far the remedies against the act complained of were used (SPC16-11, 20).</summary>
    public ReviewExhaustion Exhaustion { get; init; } = ReviewExhaustion.None;

    /// <summary>Applies a fact; null when it is not about procedures.</summary>
    public Procedures? Apply(DatedFact dated) => dated.Fact switch
    {
        ClosingClaimReceived received => this with { Claims = [.. Claims, new ClosingClaim(received, Answered: false)] },
        ClosingNoticeServed served => Answered(served.No),
        ClosingRemedyTold told => Answered(told.No),
        ConversionOwed owed => this with { Conversions = [.. Conversions, new Conversion(owed, null, null, false, null, null)] },
        ObjectionReceived or OutsiderObjectionReceived or ObjectionFiled => this,
        ProcedureConverted converted => Change(converted.No, c => c with { Number = converted.Number, FiledOn = dated.On }),
        ObjectionNotified notified => Change(notified.No, c => c with { Notified = true }),
        ObjectionNotAccepted not => End(not.No, ConversionEnd.NotAccepted, dated.On),
        ObjectionRuled ruled => End(ruled.No, ConversionEnd.Ruled, dated.On),
        OutsiderObjectionRuled ruled => End(ruled.No, ConversionEnd.Ruled, dated.On),
        ObjectionWithdrawn withdrawn => End(withdrawn.No, ConversionEnd.Withdrawn, dated.On),
        OutsiderObjectionWithdrawn withdrawn => End(withdrawn.No, ConversionEnd.Withdrawn, dated.On),
        _ => null,
    };

    private Procedures Answered(int no) => this with { Claims = [.. Claims.Select(c => c.Received.No == no ? c with { Answered = true } : c)] };

    private Procedures End(int no, ConversionEnd end, DateOnly on) => Change(no, c => c with { Ended = end, EndedOn = on });

    private Procedures Change(int no, Func<Conversion, Conversion> change) =>
        this with { Conversions = [.. Conversions.Select(c => c.Owed.No == no ? change(c) : c)] };
}

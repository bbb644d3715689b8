using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>A contact that joined while the matter was terminated.</summary>
/// <param name="Found">What a person found that it brings; null before.</param>
/// <param name="AnsweredOn">When the standing answer was given; null before, and where the matter is open again.</param>
/// <param name="Left">Whether it left the matter again: then nothing is asked of it.</param>
public sealed record LateContact(TerminationContactCame Came, TerminationContactFound? Found, DateOnly? FoundOn, DateOnly? AnsweredOn, bool Left)
{
    /// <summary>The n-th of a petition.</summary>
    public static Thing Thing(int no) => new("late-contact", no);

    /// <summary>Its number in the petition.</summary>
    public int No => Came.No;
}

/// <summary>A clue to property with the request to resume.</summary>
/// <param name="Resumed">Whether enforcement resumed because of it.</param>
/// <param name="Verified">Null before.</param>
public sealed record PropertyClue(EnforcementClueReceived Received, bool Resumed, EnforcementClueVerified? Verified)
{
    /// <summary>The n-th of a petition.</summary>
    public static Thing Thing(int no) => new("clue", no);
}

/// <summary>A query of property after a termination, and its day.</summary>
public sealed record PropertyQuery(EnforcementPropertyQueried Facts, DateOnly On);

/// <summary>Enforcement resumed, and its day.</summary>
public sealed record Resumption(EnforcementResumed Facts, DateOnly On);

/// <summary>A finding that the petitioner repeats without a new fact, and when it was reported; null before.</summary>
public sealed record RepeatFinding(PetitionRepeatFindingRecorded Facts, DateOnly On, DateOnly? ReportedOn);

/// <summary>What follows a termination: queries, clues, resumed enforcement, later contacts, reports on repeats. The fold of those facts.</summary>
public sealed record Aftercare(
    IReadOnlyList<LateContact> Contacts, IReadOnlyList<PropertyQuery> Queries, IReadOnlyList<PropertyClue> Clues, IReadOnlyList<Resumption> Resumed, IReadOnlyList<RepeatFinding> Repeats)
{
    /// <summary>Before anything happened.</summary>
    public static Aftercare None { get; } = new([], [], [], [], []);

    /// <summary>The contacts that came after a termination and did not leave.</summary>
    public IEnumerable<LateContact> Of(int termination) => Contacts.Where(c => c.Came.Termination == termination && !c.Left);

    /// <summary>The clues because of which enforcement has not resumed yet.</summary>
    public IEnumerable<PropertyClue> Waiting => Clues.Where(c => !c.Resumed);

    /// <summary>Whether property was found at the last query after a termination, and enforcement has not resumed since.</summary>
    public bool HasFound(int termination) => Resumed.All(r => r.Facts.Termination != termination) && Queries.LastOrDefault(q => q.Facts.Termination == termination) is { Facts.Found: true };

    /// <summary>The finding that nobody reported yet; null where none waits.</summary>
    public RepeatFinding? Unreported => Repeats is [.., { ReportedOn: null } last] ? last : null;

    /// <summary>A contact left.</summary>
    public Aftercare Without(Guid contact) => this with { Contacts = [.. Contacts.Select(c => c.Came.Contact == contact ? c with { Left = true } : c)] };

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public Aftercare? Apply(DatedFact dated) => dated.Fact switch
    {
        TerminationContactCame f => this with { Contacts = [.. Contacts, new(f, null, null, null, false)] },
        TerminationContactFound f => Change(f.No, c => c with { Found = f, FoundOn = dated.On }),
        TerminationStandingAnswerGiven f => Change(f.No, c => c with { AnsweredOn = dated.On }),
        PetitionRepeatFindingRecorded f => this with { Repeats = [.. Repeats, new(f, dated.On, null)] },
        PetitionRepeatReported => this with { Repeats = [.. Repeats.Select(r => r with { ReportedOn = r.ReportedOn ?? dated.On })] },
        EnforcementPropertyQueried f => this with { Queries = [.. Queries, new(f, dated.On)] },
        EnforcementClueReceived f => this with { Clues = [.. Clues, new(f, false, null)] },
        EnforcementResumed f => this with { Resumed = [.. Resumed, new(f, dated.On)], Clues = [.. Clues.Select(c => c with { Resumed = true })] },
        EnforcementClueVerified f => this with { Clues = [.. Clues.Select(c => c.Received.No == f.No ? c with { Verified = f } : c)] },
        _ => null,
    };

    private Aftercare Change(int no, Func<LateContact, LateContact> change) => this with { Contacts = [.. Contacts.Select(c => c.No == no ? change(c) : c)] };
}

using Zhixin.Attachments;
using Zhixin.Web.Attachments;
using Zhixin.Web.Components;

namespace Zhixin.Web.Petitions;

/// <summary>
/// The registration form. Nothing is required: what is missing or doubtful is flagged. Fields: receivedAt, channel, venue, receivedBy, personCount,
/// referredBy, letterNumber, replyBy, personName, idNumber, phone, capacity, address, agentName, caseNumber, otherCaseNumber, parties, account, request,
/// cause, accused (no | yes), accusedNames, outcome, proposal, files, upload (ids of held files). Posted with intent = check | register | draft, or join = petition id, or separate = true.
/// </summary>
public sealed record RegisterModel(
    FormState Form,
    string Key,
    string? DraftId,
    RegisterChoices Choices,
    RepeatModel Repeat,
    IReadOnlyList<ClauseRef> Clauses,
    string? DraftNote)
{
    /// <summary>Files that are held for the form.</summary>
    public IReadOnlyList<HeldFile> Held { get; init; } = [];

    /// <summary>What a file may be.</summary>
    public AttachmentLimits Limits { get; init; } = AttachmentLimits.Usual;
}

/// <summary>The lists of the form, in the order in which they are offered.</summary>
public sealed record RegisterChoices(
    IReadOnlyList<Choice> Channels,
    IReadOnlyList<Choice> Venues,
    IReadOnlyList<Choice> Capacities,
    IReadOnlyList<Choice> Causes,
    IReadOnlyList<Choice> Outcomes)
{
    /// <summary>Who a petitioner is (GC21-1).</summary>
    public IReadOnlyList<Choice> Kinds { get; init; } = [];

    /// <summary>What a petitioner raises (GC21-1).</summary>
    public IReadOnlyList<Choice> RequestKinds { get; init; } = [];
}

/// <summary>What the live matching found. <paramref name="IsChecked"/> is false before anything could be compared.</summary>
public sealed record RepeatModel(bool IsChecked, IReadOnlyList<RepeatHit> Hits, IReadOnlyList<OutOfSightHit> OutOfSight)
{
    /// <summary>Nothing was compared yet.</summary>
    public static RepeatModel NotYet { get; } = new(false, [], []);
}

/// <summary>An earlier matter in sight. <paramref name="NextOrdinal"/> is the number this contact would get; <paramref name="Agreement"/> says what agrees.</summary>
public sealed record RepeatHit(
    string PetitionId,
    string Number,
    string Href,
    string Stage,
    int NextOrdinal,
    string Agreement,
    string? Handler,
    string DueTerm,
    BindingDay? Day,
    DueLight? Light,
    ClauseRef? Clause,
    IReadOnlyList<EarlierContact> Earlier)
{
    /// <summary>The court that decides whether the contact joins; null where the viewer may.</summary>
    public string? AnsweredBy { get; init; }
}

/// <summary>An earlier contact of the matter.</summary>
public sealed record EarlierContact(int Ordinal, BindingDay Day, string What);

/// <summary>A matter out of sight: these four facts and no more.</summary>
public sealed record OutOfSightHit(string Court, string Number, BindingDay Day, string Stage);

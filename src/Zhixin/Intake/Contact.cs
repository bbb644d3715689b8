using Zhixin.History;

namespace Zhixin.Intake;

/// <summary>A proposal to join a petition of another court. <paramref name="Answer"/> is null while nobody has answered.</summary>
public sealed record JoinProposal(ContactJoinProposed Proposed, ContactJoinAnswered? Answer)
{
    /// <summary>"proposed", "confirmed" or "refused".</summary>
    public string State => Answer switch { null => "proposed", { Agreed: true } => "confirmed", _ => "refused" };
}

/// <summary>The fold of a contact's stream.</summary>
/// <param name="Petitions">The petitions it belongs to now.</param>
/// <param name="VoidedBecause">Null unless voided.</param>
public sealed record Contact(StreamId Id, int Version, ContactRegistered Facts, IReadOnlyList<ContactJoined> Petitions, string? VoidedBecause)
{
    /// <summary>Proposals to join petitions of other courts, in their order.</summary>
    public IReadOnlyList<JoinProposal> Proposals { get; init; } = [];

    /// <summary>Which courts answered for which of its petitions, in order, those that it left included.</summary>
    public IReadOnlyList<(Guid Petition, int Court)> Answering { get; init; } = [];

    /// <summary>The courts that answer or answered for the petitions it belongs to now: they see it. Its own where it belongs to none.</summary>
    public IReadOnlyList<int> Courts => Of(Answering.Where(a => IsIn(a.Petition)));

    /// <summary>The same for every petition that it ever belonged to: they keep the sight of the persons.</summary>
    public IReadOnlyList<int> EverCourts => Of(Answering);

    /// <summary>The court that answers for a petition of the contact, as far as the contact knows; null for another petition.</summary>
    public int? CourtOf(Guid petition) => Answering.Where(a => a.Petition == petition).Select(a => (int?)a.Court).LastOrDefault();

    private bool IsIn(Guid petition) => this is { Petitions: var own } && own.Any(p => p.Petition == petition);

    private IReadOnlyList<int> Of(IEnumerable<(Guid Petition, int Court)> answering) => [.. answering.Select(a => a.Court).DefaultIfEmpty(Id.Home).Distinct()];

    /// <summary>What came of it on the spot, as it was recorded last; what the registration said where nothing was.</summary>
    public SpotHandling Handled => Recorded ?? new SpotHandling(Facts.Outcome, null, Facts.ProposedOpinion, null);

    private SpotHandling? Recorded { get; init; }

    /// <summary>
    /// The day at +08:00 on which it was entered into the system, which its id tells (a UUIDv7 is made at that moment); null for a row of an
    /// imported ledger, which nobody entered.
    /// </summary>
    public DateOnly? EnteredOn => Facts.LedgerRow is null ? Calendar.ChinaDate.Of(Id.MadeAt) : null;

    /// <summary>Folds a history; the first fact is the registration.</summary>
    public static Contact Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        Contact? contact = null;
        foreach (var fact in facts)
        {
            contact = Apply(id, contact, fact.Fact);
        }

        return contact ?? throw new InvalidDataException("A contact begins with its registration.");
    }

    /// <summary>The contact after more facts.</summary>
    public Contact After(IEnumerable<DatedFact> facts) => facts.Aggregate(this, (contact, fact) => Apply(Id, contact, fact.Fact));

    private static Contact Apply(StreamId id, Contact? before, object fact)
    {
        if (fact is ContactRegistered registered)
        {
            return new Contact(id, 1, registered, [], VoidedBecause: null);
        }

        var contact = before ?? throw new InvalidDataException("A contact begins with its registration.");
        contact = contact with { Version = contact.Version + 1 };
        return fact switch
        {
            ContactJoined joined => contact with { Petitions = [.. contact.Petitions, joined], Answering = [.. contact.Answering, (joined.Petition, joined.Responsible)] },
            ContactPetitionMoved moved => contact with { Answering = [.. contact.Answering, (moved.Petition, moved.Responsible)] },
            ContactLeft left => contact with { Petitions = [.. contact.Petitions.Where(p => p.Petition != left.Petition)] },
            ContactJoinProposed proposed => contact with { Proposals = [.. contact.Proposals, new JoinProposal(proposed, null)] },
            ContactJoinAnswered answered => contact with
            {
                Proposals = [.. contact.Proposals.Select(p => p.Proposed.No == answered.No ? p with { Answer = answered } : p)],
            },
            ContactCorrected corrected => contact with { Facts = Corrections.Apply(contact.Facts, corrected) },
            ContactOutcomeRecorded recorded => contact with { Recorded = recorded.Handled },
            ContactVoided voided => contact with { VoidedBecause = voided.Reason },
            _ => throw new InvalidDataException($"{fact.GetType().Name} is no fact of a contact."),
        };
    }
}

/// <summary>The details of a contact that can be corrected, and how.</summary>
public static class Corrections
{
    /// <summary>The correctable fields, as the screens and the API name them.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["summary", "request", "receivedOn", "caseNumber", "people", "cause", "proposedOpinion", "externalNumber"];

    /// <summary>The present value of a field as text.</summary>
    public static string? Value(ContactRegistered facts, string field) => field switch
    {
        "summary" => facts.Summary,
        "request" => facts.Request,
        "receivedOn" => facts.ReceivedOn.ToString("yyyy-MM-dd"),
        "caseNumber" => facts.CaseNumber ?? facts.CaseText,
        "people" => facts.People.ToString(),
        "cause" => facts.Cause,
        "proposedOpinion" => facts.ProposedOpinion,
        "externalNumber" => facts.ExternalNumber,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a correctable field."),
    };

    /// <summary>The facts with one correction made.</summary>
    public static ContactRegistered Apply(ContactRegistered facts, ContactCorrected correction) => correction.Field switch
    {
        "summary" => facts with { Summary = correction.New ?? string.Empty },
        "request" => facts with { Request = correction.New ?? string.Empty },
        "receivedOn" => facts with { ReceivedOn = DateOnly.ParseExact(correction.New!, "yyyy-MM-dd") },
        "caseNumber" => facts with { CaseNumber = correction.New, CaseText = correction.New },
        "people" => facts with { People = int.Parse(correction.New!) },
        "cause" => facts with { Cause = correction.New },
        "proposedOpinion" => facts with { ProposedOpinion = correction.New },
        "externalNumber" => facts with { ExternalNumber = correction.New },
        _ => throw new InvalidDataException($"'{correction.Field}' is not a correctable field."),
    };
}

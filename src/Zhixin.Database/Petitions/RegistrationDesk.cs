using Npgsql;
using Zhixin.Attachments;
using Zhixin.Database.Attachments;
using Zhixin.Database.History;
using Zhixin.Database.Notices;
using Zhixin.Database.Persons;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>A registration to carry out.</summary>
/// <param name="Join">The petition that a person found to be the same matter; null opens a new one.</param>
/// <param name="Receiver">The staff member who received it; null is the one who registers.</param>
public sealed record Registration(
    RegistrationDraft Draft, StreamId? Join, string? JoinReason, Guid? OriginalHandler, Guid? Receiver, Resend? Resend)
{
    /// <summary>Stages what is part of the same transaction, such as the settling of an imported row.</summary>
    public Action<CommandBatch, Receipt>? Also { get; init; }

    /// <summary>The petition that the contact is proposed for; it gets one of its own until the answer.</summary>
    public JoinTarget? Propose { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<ArrivedFile> Files { get; init; } = [];
}

/// <summary>What a registration leaves behind: both numbers, and the code that the petitioner tracks it by.</summary>
/// <param name="Home">Of the contact.</param>
/// <param name="Joined">Whether it became part of an earlier petition.</param>
public sealed record Receipt(
    int Home, Guid Contact, string ContactNumber, int PetitionHome, Guid Petition, string PetitionNumber, string TrackingCode, bool Joined)
{
    /// <summary>The petition that it shall join, where others answer for that one.</summary>
    public string? Proposed { get; init; }
}

/// <summary>Registers contacts: number, contact, petition, persons, clocks, matching and receipt in one transaction.</summary>
public sealed class RegistrationDesk(Db db, LawInForce law, ReadRows rows, PersonVault vault, PetitionDesk petitions, PersonRecords persons, Outbox outbox, TimeProvider clock)
{
    private readonly NumberQueue _numbers = new();

    /// <summary>Registers a contact and joins it to a petition, or opens one.</summary>
    public async Task<Answer<Receipt>> Register(ActingPerson who, Registration registration, CancellationToken stop)
    {
        if (law.Now.MayNot(who, "register", null) is { } refusal)
        {
            return refusal;
        }

        for (var attempt = 1; ; attempt++)
        {
            (Petition Petition, LoadedHistory History)? joined = null;
            if (registration.Join is { } id && (joined = await petitions.Load(who.Scope, id, stop)) is null)
            {
                return new Answer<Receipt>.Unknown();
            }

            if (joined is { } known && law.Now.MayNot(who, "join", known.Petition) is { } barred)
            {
                return barred;
            }

            var work = new Work(who, registration, joined?.Petition, joined?.History, await Known(who, joined?.Petition, stop));
            try
            {
                return await Write(work, stop);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && attempt < 3)
            {
                if (await KeptAnswers.Find<Receipt>(db, who.Scope, who.Court, who.Id, registration.Resend, stop) is { } earlier)
                {
                    return earlier;
                }
            }
        }
    }

    private async Task<IReadOnlyList<KnownPerson>> Known(ActingPerson who, Petition? petition, CancellationToken stop) =>
        petition is null ? [] : await persons.Open(who.Scope, petition.Id.Home, petition.Petitioners.Select(p => p.Person), stop);

    private async Task<Answer<Receipt>> Write(Work work, CancellationToken stop)
    {
        var (now, court, today) = (RecordedEvent.Cut(clock.GetUtcNow()), work.Who.Court, petitions.Today);
        var written = new Written(new CommandContext(Guid.CreateVersion7(now), work.Who.Id, work.Who.For?.Id, court, "register", work.Who.Origin, now));
        EventStore.Announce(written.Before, new StreamId(court, written.Context.Command));
        var contact = Contact(work, written);
        var id = work.Joined?.Id ?? new StreamId(court, Guid.CreateVersion7(now));
        StageBefore(work, contact, id, written);
        using var place = await _numbers.Enter(court, stop);
        await using var connection = await db.OpenAsync(stop);
        var numbers = await Numbers.Take(connection, written.Before, court, work.Joined is null ? ["contact", "petition"] : ["contact"], today.Year, stop);
        contact = contact with { Facts = contact.Facts with { Number = law.Now.Number(court, today, numbers["contact"], "件") } };
        if (Story(work, contact, id, numbers.TryGetValue("petition", out var n) ? law.Now.Number(court, today, n) : null) is not { } told)
        {
            return Refused(work, contact);
        }

        var receipt = Stage(work, contact, told, written);
        await using var whole = written.Batch.Finish(connection);
        await whole.ExecuteNonQueryAsync(stop);
        return receipt;
    }

    private static Answer<Receipt> Refused(Work work, Contact contact) => Joining.Join(work.Joined!, contact, work.Registration.JoinReason) switch
    {
        Decision<object>.Refused refused => refused.Why,
        _ => throw new InvalidOperationException("A refused joining refuses."),
    };

    /// <summary>The contact, but for its number.</summary>
    private Contact Contact(Work work, Written written)
    {
        var draft = work.Registration.Draft;
        var petitioners = draft.Petitioners.Select(p => new PetitionerRef(PersonId(work, written, p), p.Capacity)).ToList();
        var parties = draft.Parties.Select(p => Record(work, written, "party", p)).ToList();
        var facts = draft.Facts with
        {
            Receiver = work.Registration.Receiver ?? work.Who.Id, Petitioners = petitioners, Parties = parties,
            Flags = [.. draft.Facts.Flags, .. LateFlags(draft.Facts, work.Who.Court)],
        };
        return new Contact(new StreamId(work.Who.Court, Guid.CreateVersion7(written.Context.Now)), 1, facts, [], null);
    }

    /// <summary>Registering is never refused: what is entered late is marked, and so is a late entry without proof.</summary>
    private IEnumerable<IntakeFlag> LateFlags(ContactRegistered facts, int court) => law.Now.DaysLate(court, facts.ReceivedOn, petitions.Today) is null ? []
        : facts.LateProof is null ? [IntakeFlag.LateEntry, IntakeFlag.LateProofMissing] : [IntakeFlag.LateEntry];

    /// <summary>The same person on the same petition keeps the stream; anyone else gets a new one.</summary>
    private Guid PersonId(Work work, Written written, PersonDraft draft) =>
        work.Known.FirstOrDefault(k => k.IsSame(draft.Details))?.Id ?? Record(work, written, draft.Kind, draft.Details);

    private Guid Record(Work work, Written written, string kind, PersonDetails details)
    {
        var person = vault.Seal(Guid.CreateVersion7(written.Context.Now), kind, details);
        work.New.Add((person, details, kind != "party"));
        var id = new StreamId(work.Who.Court, person.Id);
        var seenBy = rows.SeenBy(work.Who.Court, work.Joined?.Involved ?? [work.Who.Court]);
        written.Events.Append(StreamHead.New(id), "person", [new DatedFact(person.Fact, work.Registration.Draft.Facts.ReceivedOn)], seenBy);
        PersonRecords.Row(id, person, vault.Master.Id, seenBy).Write(written.Before, isNew: true);
        return person.Id;
    }

    private (Petition After, IReadOnlyList<DatedFact> Facts)? Story(Work work, Contact contact, StreamId id, string? number)
    {
        var on = contact.Facts.ReceivedOn;
        List<DatedFact> happened = work.Joined is null ? [new DatedFact(Opened(work, contact, number!), on)] : [];
        var before = work.Joined ?? Petition.Begin(id, happened[0].Fact);
        if (Joining.Join(before, contact, work.Registration.JoinReason) is not Decision<object>.Done done)
        {
            return null;
        }

        happened.AddRange(done.Events.Select(e => new DatedFact(e, on)));
        return PetitionStory.Tell(work.Joined, id, happened, p => law.Now.Clocks(p, petitions.Today));
    }

    private static PetitionOpened Opened(Work work, Contact contact, string number) =>
        PetitionOpened.By(contact.Facts, number, work.Who.Court, work.Registration.OriginalHandler);

    /// <summary>Stages what needs no number: persons, keys, sight. A joined petition is of the same court, so that nobody sees it who did not.</summary>
    private void StageBefore(Work work, Contact contact, StreamId petition, Written written)
    {
        var sight = rows.Sight(contact.Id.Home, work.Joined?.Involved ?? [work.Who.Court]);
        SightRows.Add(
            written.Before, contact.Id.Home,
            (work.Joined is null ? new[] { contact.Id, petition } : [contact.Id]).SelectMany(_ => sight, (id, s) => (id.Id, s.Court, s.Ground)));
        MatchKeys.Add(
            written.Before, petition.Home,
            [
                .. MatchKeys.Of(vault, petition.Id, work.New.Where(n => n.Matched).Select(n => n.Details), contact.Facts.CaseNumber),
                (vault.Key(MatchKind.TrackingCode, vault.Master.TrackingCode(contact.Id.Id)), contact.Id.Id),
            ]);
    }

    private Receipt Stage(
        Work work, Contact contact, (Petition After, IReadOnlyList<DatedFact> Facts) told, Written written)
    {
        var (after, facts) = told;
        var batch = written.Batch;
        var seenBy = rows.SeenBy(contact.Id.Home, after.Involved);
        var code = vault.Master.TrackingCode(contact.Id.Id);
        var receipt = new Receipt(work.Who.Court, contact.Id.Id, contact.Facts.Number, after.Id.Home, after.Id.Id, after.Opened.Number, code, work.Joined is not null)
        {
            Proposed = work.Registration.Propose?.Number,
        };
        KeptAnswers.Keep(batch, work.Who.Court, work.Who.Id, work.Registration.Resend, receipt, written.Context.Now);
        work.Registration.Also?.Invoke(batch, receipt);
        var on = contact.Facts.ReceivedOn;
        List<DatedFact> links = [.. Joining.Links(after).Concat(Proposed(work, contact)).Select(fact => new DatedFact(fact, on))];
        written.Events.Append(StreamHead.New(contact.Id), "contact", [new DatedFact(contact.Facts, on), .. links], seenBy);
        written.Events.Append(work.History?.Head ?? StreamHead.New(after.Id), "petition", facts, rows.SeenBy(after));
        written.Events.Stage(batch);
        AttachmentRows.Stage(batch, written.Context, (MatterKind.Contact, contact.Id), work.Registration.Files, vault.Master.Id, on, seenBy);
        var linked = contact.After(links);
        rows.Of(linked, after.Involved).Write(batch, isNew: true);
        foreach (var proposal in ReadRows.ProposalsOf(linked))
        {
            proposal.Write(batch);
        }

        petitions.Project(batch, work.Joined, after);
        petitions.Notify(batch, written.Context, work.Joined, after, facts);
        outbox.Stage(batch, written.Context, contact.Id.Home, ContactNotices.Of(linked, links.Select(l => l.Fact)));
        return receipt;
    }

    /// <summary>The proposal goes in together with the contact: a crash leaves both or neither.</summary>
    private static IReadOnlyList<object> Proposed(Work work, Contact contact) => work.Registration.Propose is not { } target ? []
        : ((Decision<object>.Done)Joining.Propose(contact, target, work.Registration.JoinReason!, mayJoin: false)).Events;

    /// <summary>What one attempt writes: all events in one statement, whatever their number.</summary>
    private sealed class Written(CommandContext context)
    {
        public CommandContext Context => context;

        /// <summary>What is written before the number is taken.</summary>
        public CommandBatch Before { get; } = new(context.Court);

        public CommandBatch Batch { get; } = new(context.Court);

        public BulkAppend Events { get; } = new(context, context.Court);
    }

    private sealed record Work(ActingPerson Who, Registration Registration, Petition? Joined, LoadedHistory? History, IReadOnlyList<KnownPerson> Known)
    {
        public List<(SealedPerson Person, PersonDetails Details, bool Matched)> New { get; } = [];
    }
}

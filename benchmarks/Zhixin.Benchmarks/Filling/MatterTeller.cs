using Zhixin.Calendar;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Benchmarks.Filling;

/// <summary>
/// Tells a matter with the same pure decisions, clocks, envelopes and read rows as the desks, and collects the rows instead of executing them.
/// A test holds that they are the rows that the acts write.
/// </summary>
public sealed class MatterTeller(Law law, ReadRows rows, PersonVault vault, MatterIds ids, Numbering numbers, BulkBuffer into)
{
    /// <summary>Tells one matter from its registration to its last act.</summary>
    public void Tell(Matter matter)
    {
        var work = new Work(matter, matter.Clerk.Court);
        Register(work, matter.Form, matter.RegisteredAt);
        if (matter.AssignedAt is { } assigned)
        {
            var candidate = new Candidate(matter.Handler.Id, matter.Handler.Name, matter.Handler.Court, true, matter.Handler.Posts);
            Act(work, matter.Head, "assign", assigned, Assigning.Decide(new Assign(candidate, [], null), work.Petition!, null, actorIsUnitHead: true));
        }

        if (matter.AcknowledgedAt is { } acknowledged)
        {
            var on = ChinaDate.Of(acknowledged);
            Act(work, matter.Handler, "acknowledge", acknowledged, Assigning.Acknowledge(work.Petition!, matter.Handler.Id, on, on));
        }

        if (matter.Again is var (at, form))
        {
            Register(work, form, at);
        }

        if (matter.ObjectedAt is { } objected)
        {
            var on = ChinaDate.Of(objected);
            Act(work, matter.Clerk, "receive-objection", objected, Converting.Receive(work.Petition!, Matter.Objection(on, law.Court(work.Home)), on));
        }

        if (matter.VoidedAt is { } voided)
        {
            Act(work, matter.Head, "void", voided, LifeCycle.Void(work.Petition!, Matter.Voiding));
        }

        Finish(work);
    }

    private void Register(Work work, RegistrationForm form, DateTimeOffset at)
    {
        var context = Begin(work.Matter.Clerk, "register", at);
        var year = ChinaDate.Of(at).Year;
        var code = law.Court(work.Home).Code ?? $"院{work.Home}";
        var number = $"{year}-{code}-件{numbers.Next(work.Home, "contact", year):0000}";
        var draft = Registering.Read(form, work.Matter.Case, at.ToOffset(ChinaDate.Offset).DateTime, WorkCalendar.First).Draft
            ?? throw new InvalidOperationException("An invented matter can be registered.");
        var contact = Contact(work, context, draft, number);
        var on = contact.Facts.ReceivedOn;
        List<DatedFact> happened = [];
        if (work.Petition is null)
        {
            var own = $"{year}-{code}-{numbers.Next(work.Home, "petition", year):0000}";
            work.Head = StreamHead.New(new StreamId(work.Home, ids.Petition(own, context.Now)));
            happened.Add(new DatedFact(PetitionOpened.By(contact.Facts, own, work.Home, null), on));
        }

        var before = work.Petition ?? Petition.Begin(work.Head!.Id, happened[0].Fact);
        happened.AddRange(Done(Joining.Join(before, contact, work.Petition is null ? null : Matter.Same)).Select(fact => new DatedFact(fact, on)));
        Happen(work, context, happened, ChinaDate.Of(at));
        Keep(work, context, contact);
    }

    private Contact Contact(Work work, CommandContext context, RegistrationDraft draft, string number)
    {
        var petitioners = draft.Petitioners.Select(p => new PetitionerRef(PersonId(work, context, p, draft), p.Capacity)).ToList();
        var parties = draft.Parties.Select(p => Record(work, context, "party", p, draft)).ToList();
        var facts = draft.Facts with { Number = number, Receiver = work.Matter.Clerk.Id, Petitioners = petitioners, Parties = parties };
        return new Contact(new StreamId(work.Home, ids.Contact(number, context.Now)), 1, facts, [], null);
    }

    private Guid PersonId(Work work, CommandContext context, PersonDraft person, RegistrationDraft draft)
    {
        if (work.Known.FirstOrDefault(k => k.IsSame(person.Details)) is { } known)
        {
            return known.Id;
        }

        var id = Record(work, context, person.Kind, person.Details, draft);
        work.Known.Add(new KnownPerson(work.Home, id, person.Kind, person.Details));
        work.Keys.AddRange(vault.Keys(person.Details).Select(key => (key, (Guid?)null)));
        return id;
    }

    private Guid Record(Work work, CommandContext context, string kind, PersonDetails details, RegistrationDraft draft)
    {
        var person = ids.Person(context.Command, kind, details, context.Now);
        var id = new StreamId(work.Home, person.Id);
        var seenBy = rows.SeenBy(work.Home, work.Home);
        Stream(Append(context, StreamHead.New(id), [new DatedFact(person.Fact, draft.Facts.ReceivedOn)]), "person", seenBy);
        into.Add(BulkTables.Person, work.Home, person.Id, person.Fact.Kind, person.Box, person.WrappedKey, vault.Master.Id, seenBy);
        return person.Id;
    }

    private void Keep(Work work, CommandContext context, Contact contact)
    {
        var opened = work.Petition!.Opened;
        var link = new ContactJoined(work.Home, work.Head!.Id.Id, opened.Number, opened.Responsible);
        var on = contact.Facts.ReceivedOn;
        Stream(
            Append(context, StreamHead.New(contact.Id), [new DatedFact(contact.Facts, on), new DatedFact(link, on)]), "contact",
            rows.SeenBy(work.Home, opened.Responsible));
        See(contact.Id, opened.Responsible);
        into.Add(rows.Of(contact with { Version = 2, Petitions = [link] }, opened.Responsible));
        if (contact.Facts.CaseNumber is { } number)
        {
            work.Keys.Add((vault.Key(MatchKind.CaseNumber, number), null));
        }

        work.Keys.Add((vault.Key(MatchKind.TrackingCode, vault.Master.TrackingCode(contact.Id.Id)), contact.Id.Id));
    }

    private void Act(Work work, ActingPerson who, string act, DateTimeOffset at, Decision<object> decision)
    {
        var on = ChinaDate.Of(at);
        Happen(work, Begin(who, act, at), Done(decision).Select(fact => new DatedFact(fact, on)), on);
    }

    private void Happen(Work work, CommandContext context, IEnumerable<DatedFact> happened, DateOnly today)
    {
        var (after, facts) = PetitionStory.Tell(work.Petition, work.Head!.Id, happened, p => law.Clocks(p, today));
        work.Head = Append(context, work.Head, facts);
        work.Petition = after;
    }

    private void Finish(Work work)
    {
        var (id, petition) = (work.Head!.Id, work.Petition!);
        Stream(work.Head, "petition", rows.SeenBy(id.Home, petition.Opened.Responsible));
        See(id, petition.Opened.Responsible);
        into.Add(rows.Of(petition));
        foreach (var row in rows.Beside(petition))
        {
            into.Add(row);
        }

        foreach (var (key, stream) in work.Keys.Select(k => (k.Key, k.Stream ?? id.Id)).Distinct())
        {
            into.Add(BulkTables.MatchKey, id.Home, (short)key.Kind, key.Key, stream);
        }
    }

    private StreamHead Append(CommandContext context, StreamHead head, IReadOnlyList<DatedFact> facts)
    {
        var at = context.Now > head.RecordedAt ? context.Now : head.RecordedAt;
        var (version, hash) = (head.Version, head.Hash);
        foreach (var fact in facts)
        {
            var recorded = EventStore.Envelope(context, head.Id, ++version, fact, at, hash);
            hash = recorded.Hash();
            into.Add(BulkTables.Event, EventStore.Values(recorded, hash));
        }

        return new StreamHead(head.Id, version, hash, at);
    }

    private void Stream(StreamHead head, string kind, int[] seenBy) =>
        into.Add(BulkTables.Stream, head.Id.Home, head.Id.Id, kind, head.Version, head.Hash.ToArray(), head.RecordedAt.UtcDateTime, seenBy);

    private void See(StreamId id, int responsible)
    {
        foreach (var (court, ground) in rows.Sight(id.Home, responsible))
        {
            into.Add(BulkTables.Sight, id.Home, id.Id, court, ground);
        }
    }

    private CommandContext Begin(ActingPerson who, string act, DateTimeOffset at)
    {
        var now = RecordedEvent.Cut(at);
        return new CommandContext(ids.Command(act, now), who.Id, null, who.Court, act, who.Origin, now);
    }

    private static IReadOnlyList<object> Done(Decision<object> decision) => decision is Decision<object>.Done done
        ? done.Events
        : throw new InvalidOperationException($"An invented matter was refused: {decision}");

    /// <summary>A matter on its way; a key without a stream belongs to the petition.</summary>
    private sealed class Work(Matter matter, int home)
    {
        public Matter Matter => matter;

        public int Home => home;

        public Petition? Petition { get; set; }

        public StreamHead? Head { get; set; }

        public List<KnownPerson> Known { get; } = [];

        public List<(MatchKey Key, Guid? Stream)> Keys { get; } = [];
    }
}

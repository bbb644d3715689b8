using System.Text;
using Zhixin.Calendar;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Ledger;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Ledger;

/// <summary>Stages the groups of one import, part by part: contacts, petitions, persons, clocks, sight, match keys and read rows.</summary>
public sealed class ImportWork(CommandContext context, Law law, ReadRows rows, PersonVault vault, DateOnly today)
{
    private readonly Dictionary<LedgerEntry, Guid> _contacts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LedgerGroup, EarlierPetition> _earlier = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Guid> _continued = [];
    private readonly string _code = law.Court(context.Court).Code ?? $"院{context.Court}";
    private readonly LedgerCauses _causes = new(law.Packs.SelectMany(pack => pack.Lists));
    private readonly NumberRun _contactNumbers = new(context.Court, "contact", today.Year);
    private readonly NumberRun _petitionNumbers = new(context.Court, "petition", today.Year);
    private ImportPart _part = null!;
    private BeforeImport _before = null!;

    /// <summary>Who imports, and when.</summary>
    public CommandContext Context => context;

    /// <summary>What is written next.</summary>
    public ImportBuffer Buffer { get; } = new(context);

    /// <summary>Contacts registered.</summary>
    public int Contacts => _contactNumbers.Given;

    /// <summary>Petitions opened.</summary>
    public int Opened => _petitionNumbers.Given;

    /// <summary>Earlier petitions that got a contact.</summary>
    public int Joined { get; private set; }

    /// <summary>Rows of contacts that were known.</summary>
    public int Completed { get; private set; }

    /// <summary>A group's key: petitioner and case, so that a later file finds the petition.</summary>
    public static string Key(PersonVault vault, LedgerGroup group) =>
        vault.Master.Match(Encoding.UTF8.GetBytes($"ledger:{group.First.Petitioners[0]}\n{group.First.CaseNumber}")).ToString("x16");

    /// <summary>The contact that an entry of the part told last became, or was already.</summary>
    public Guid ContactOf(LedgerEntry entry) => _contacts[entry];

    /// <summary>Decides which earlier petition each group of a part continues, each petition at most once.</summary>
    /// <returns>The series of numbers that the part needs and that are not held yet.</returns>
    public IReadOnlyList<NumberRun> Prepare(ImportPart part, BeforeImport before)
    {
        (_part, _before) = (part, before);
        _contacts.Clear();
        _earlier.Clear();
        foreach (var group in part.Groups)
        {
            if (Earlier(group) is { } earlier)
            {
                _continued.Add(earlier.Petition.Id.Id);
                _earlier[group] = earlier;
            }
        }

        var begun = part.Groups.Where(g => g.Contacts.Any(c => KnownContact(c.Entry) is null)).ToList();
        var needed = begun.Count == 0 ? [] : begun.All(_earlier.ContainsKey) ? [_contactNumbers] : new[] { _contactNumbers, _petitionNumbers };
        return [.. needed.Where(run => !run.IsHeld)];
    }

    /// <summary>Moves the numbers on, at the end.</summary>
    public void Finish(CommandBatch batch)
    {
        _contactNumbers.Finish(batch);
        _petitionNumbers.Finish(batch);
    }

    /// <summary>Tells the groups of the part that was prepared last into the buffer.</summary>
    public void Tell()
    {
        foreach (var group in _part.Groups)
        {
            Tell(group);
        }
    }

    private void Tell(LedgerGroup group)
    {
        var earlier = _earlier.GetValueOrDefault(group);
        var id = earlier?.Petition.Id ?? NewId();
        var responsible = earlier?.Petition.Opened.Responsible ?? group.Contacts.Select(c => c.Entry.Responsible?.Number).LastOrDefault(n => n is not null) ?? context.Court;
        var seenBy = rows.SeenBy(context.Court, responsible);
        var drafts = group.Contacts.Where(c => KnownContact(c.Entry) is null).ToList();
        Completed += group.Contacts.Count - drafts.Count;
        foreach (var known in group.Contacts)
        {
            if (KnownContact(known.Entry) is { } contact)
            {
                _contacts[known.Entry] = contact;
            }
        }

        if (earlier is null && drafts.Count == 0)
        {
            return;
        }

        var people = People(group, earlier, id.Id, seenBy, drafts.Count > 0);
        var contacts = drafts.Select(draft => Draft(draft, people, earlier)).ToList();
        var opened = earlier is null ? Opening(group, contacts[0].Contact, responsible) : null;
        var (history, on) = LedgerDrafts.History(group, _causes);
        var happened = Importing.Tell(earlier?.Petition, opened, contacts, history, on);
        if (happened.Count == 0)
        {
            return;
        }

        var told = PetitionStory.Tell(earlier?.Petition, id, happened, p => law.Clocks(p, today));
        Buffer.Events.Append(earlier?.History.Head ?? StreamHead.New(id), "petition", told.Facts, rows.SeenBy(told.After));
        foreach (var contact in contacts)
        {
            Register(contact.Contact, told.After, seenBy);
        }

        Project(earlier?.Petition, told.After);
        Joined += earlier is not null && contacts.Count > 0 ? 1 : 0;
    }

    private Guid? KnownContact(LedgerEntry entry) => _before.Contacts.TryGetValue(_part.PrintOf(entry), out var contact) ? contact : null;

    /// <summary>The petition that a group continues: same petitioner and case, and no identity number that speaks against it.</summary>
    private EarlierPetition? Earlier(LedgerGroup group) => _before.Petitions[_part.KeyOf(group)].FirstOrDefault(petition =>
        !_continued.Contains(petition.Petition.Id.Id) && petition.Persons.Where(p => p.Details.Name == group.First.Petitioners[0]).All(p =>
            group.IdentityNumber is null || p.Details.IdentityNumber is null || p.Details.IdentityNumber == group.IdentityNumber));

    private StreamId NewId() => new(context.Court, Guid.CreateVersion7(context.Now));

    private Group People(LedgerGroup group, EarlierPetition? earlier, Guid petition, int[] seenBy, bool isNeeded)
    {
        if (!isNeeded)
        {
            return new Group(new Dictionary<string, PetitionerRef>(StringComparer.Ordinal), []);
        }

        var drafts = LedgerDrafts.Petitioners(group);
        var petitioners = drafts.ToDictionary(
            p => p.Details.Name,
            p => new PetitionerRef(earlier?.Persons.FirstOrDefault(k => k.Details.Name == p.Details.Name)?.Id ?? Record(p.Kind, p.Details, seenBy), p.Capacity),
            StringComparer.Ordinal);
        MatchKey[] keys =
        [
            .. drafts.SelectMany(p => vault.Keys(p.Details)),
            .. group.Contacts.SelectMany(c => c.Entry.Phones).Distinct(StringComparer.Ordinal).Select(phone => vault.Key(MatchKind.Phone, PersonVault.Digits(phone))),
            vault.Key(MatchKind.CaseNumber, group.First.CaseNumber.Text),
        ];
        foreach (var key in keys)
        {
            Buffer.Find(key, petition, isEarlier: earlier is not null);
        }

        return new Group(petitioners, [.. LedgerDrafts.PartiesOf(group).Select(p => Record("party", p, seenBy))]);
    }

    private Guid Record(string kind, PersonDetails details, int[] seenBy)
    {
        var person = vault.Seal(Guid.CreateVersion7(context.Now), kind, details);
        Buffer.Events.Append(StreamHead.New(new StreamId(context.Court, person.Id)), "person", [new DatedFact(person.Fact, today)], seenBy);
        Buffer.Rows.AddNew(PersonRecords.Row(new StreamId(context.Court, person.Id), person, vault.Master.Id, seenBy));
        return person.Id;
    }

    private LedgerContactDraft Draft(LedgerContact ledger, Group people, EarlierPetition? earlier)
    {
        var isRepeat = ledger.Repeat || (ledger.Entry.FirstVisit is null && earlier is { Petition.Contacts.Count: > 0 });
        var entry = ledger.Entry;
        var facts = LedgerDrafts.Contact(entry, _causes, context.Now.ToOffset(ChinaDate.Offset).DateTime) with
        {
            Number = $"{today.Year}-{_code}-件{_contactNumbers.Next():0000}", Receiver = Guid.Empty,
            Petitioners = [.. entry.Petitioners.Select(name => people.Petitioners[name])], Parties = people.Parties,
        };
        var id = NewId();
        _contacts[entry] = id.Id;
        return new LedgerContactDraft(new Contact(id, 1, facts, [], null), isRepeat, entry.Resolved);
    }

    private PetitionOpened Opening(LedgerGroup group, Contact contact, int responsible)
    {
        var facts = contact.Facts;
        var subject = facts.Summary.Length <= 120 ? facts.Summary : facts.Summary[..120];
        Guid? handler = facts.Handler is { } name && _before.Staff.TryGetValue((responsible, name), out var id) ? id : null;
        return new PetitionOpened(
            $"{today.Year}-{_code}-{_petitionNumbers.Next():0000}", responsible, group.First.Unit, facts.CaseNumber, facts.CaseText, facts.Petitioners, facts.Parties,
            handler, facts.Handler, Priority.Ordinary, subject, facts.Cause, _part.KeyOf(group), []);
    }

    private void Register(Contact contact, Petition petition, int[] seenBy)
    {
        var link = new ContactJoined(petition.Id.Home, petition.Id.Id, petition.Opened.Number, petition.Opened.Responsible);
        var on = contact.Facts.ReceivedOn;
        Buffer.Events.Append(StreamHead.New(contact.Id), "contact", [new DatedFact(contact.Facts, on), new DatedFact(link, on)], seenBy);
        Buffer.See(contact.Id.Id, rows.Sight(context.Court, petition.Opened.Responsible));
        Buffer.Rows.AddNew(rows.Of(contact with { Version = 2, Petitions = [link] }, petition.Opened.Responsible));
        Buffer.Find(vault.Key(MatchKind.TrackingCode, vault.Master.TrackingCode(contact.Id.Id)), contact.Id.Id, isEarlier: false);
    }

    private void Project(Petition? earlier, Petition after)
    {
        if (earlier is null)
        {
            Buffer.See(after.Id.Id, rows.Sight(context.Court, after.Opened.Responsible));
            Buffer.Rows.AddNew(rows.Of(after));
            foreach (var row in rows.Beside(after))
            {
                Buffer.Rows.AddNew(row);
            }

            return;
        }

        Buffer.Rows.Add(rows.Of(after));
        foreach (var (row, _) in rows.Beside(earlier, after))
        {
            Buffer.Rows.Add(row);
        }
    }

    private sealed record Group(IReadOnlyDictionary<string, PetitionerRef> Petitioners, IReadOnlyList<Guid> Parties);
}

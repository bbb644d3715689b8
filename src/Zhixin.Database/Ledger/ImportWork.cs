using System.Text;
using Npgsql;
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

/// <summary>Stages the groups of one import: contacts, petitions, persons, clocks, sight, match keys and read rows.</summary>
public sealed class ImportWork(CommandContext context, Law law, ReadRows rows, PersonVault vault, DateOnly today, BeforeImport before)
{
    private readonly BulkAppend _events = new(context, context.Court);
    private readonly BulkRows _rows = new();
    private readonly List<(Guid Stream, int Court, string Ground)> _sight = [];
    private readonly HashSet<(MatchKey Key, Guid Stream)> _keys = [];
    private readonly Dictionary<LedgerEntry, Guid> _contacts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LedgerGroup, EarlierPetition> _earlier = new(ReferenceEqualityComparer.Instance);
    private readonly string _code = law.Court(context.Court).Code ?? $"院{context.Court}";
    private readonly LedgerCauses _causes = new(law.Packs.SelectMany(pack => pack.Lists));
    private int _nextContact;
    private int _nextPetition;

    /// <summary>Who imports, and when.</summary>
    public CommandContext Context => context;

    /// <summary>Contacts registered.</summary>
    public int Contacts { get; private set; }

    /// <summary>Petitions opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Earlier petitions that got a contact.</summary>
    public int Joined { get; private set; }

    /// <summary>Rows of contacts that were known.</summary>
    public int Completed { get; private set; }

    /// <summary>A group's key: petitioner and case, so that a later file finds the petition.</summary>
    public static string Key(PersonVault vault, LedgerGroup group) =>
        vault.Master.Match(Encoding.UTF8.GetBytes($"ledger:{group.First.Petitioners[0]}\n{group.First.CaseNumber}")).ToString("x16");

    /// <summary>The contact that an entry became, or was already.</summary>
    public Guid ContactOf(LedgerEntry entry) => _contacts[entry];

    /// <summary>Decides which earlier petition each group continues, each petition at most once, and takes all numbers at once.</summary>
    public async Task Prepare(NpgsqlConnection connection, IReadOnlyList<LedgerGroup> groups, CancellationToken stop)
    {
        var taken = new HashSet<Guid>();
        foreach (var group in groups)
        {
            if (Earlier(group, taken) is { } earlier)
            {
                taken.Add(earlier.Petition.Id.Id);
                _earlier[group] = earlier;
            }
        }

        var contacts = groups.SelectMany(g => g.Contacts).Count(c => !IsKnown(c.Entry));
        var petitions = groups.Count(g => !_earlier.ContainsKey(g) && g.Contacts.Any(c => !IsKnown(c.Entry)));
        _nextContact = contacts == 0 ? 0 : await Numbers.Take(connection, context.Court, "contact", today.Year, contacts, stop);
        _nextPetition = petitions == 0 ? 0 : await Numbers.Take(connection, context.Court, "petition", today.Year, petitions, stop);
    }

    /// <summary>Stages some groups.</summary>
    public void Stage(IEnumerable<LedgerGroup> groups, CommandBatch batch)
    {
        foreach (var group in groups)
        {
            Stage(group);
        }

        _events.Stage(batch);
        _rows.Stage(batch);
        batch.Add(
            "insert into sight (home, stream, court, ground) select $1, s, c, g from unnest($2::uuid[], $3::int[], $4::text[]) as t(s, c, g) on conflict do nothing",
            context.Court, _sight.Select(s => s.Stream).ToArray(), _sight.Select(s => s.Court).ToArray(), _sight.Select(s => s.Ground).ToArray());
        batch.Add(
            "insert into match_key (home, kind, key, stream) select $1, k, h, s from unnest($2::smallint[], $3::bigint[], $4::uuid[]) as t(k, h, s) on conflict do nothing",
            context.Court, _keys.Select(k => (short)k.Key.Kind).ToArray(), _keys.Select(k => k.Key.Key).ToArray(), _keys.Select(k => k.Stream).ToArray());
        _sight.Clear();
        _keys.Clear();
    }

    private void Stage(LedgerGroup group)
    {
        var earlier = _earlier.GetValueOrDefault(group);
        var id = earlier?.Petition.Id ?? NewId();
        var responsible = earlier?.Petition.Opened.Responsible ?? group.Contacts.Select(c => c.Entry.Responsible?.Number).LastOrDefault(n => n is not null) ?? context.Court;
        var seenBy = rows.SeenBy(context.Court, responsible);
        var drafts = group.Contacts.Where(c => !IsKnown(c.Entry)).ToList();
        Completed += group.Contacts.Count - drafts.Count;
        foreach (var known in group.Contacts.Where(c => IsKnown(c.Entry)))
        {
            _contacts[known.Entry] = before.Contacts[LedgerFingerprint.OfContact(known.Entry)];
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
        _events.Append(earlier?.History.Head ?? StreamHead.New(id), "petition", told.Facts, rows.SeenBy(told.After));
        foreach (var contact in contacts)
        {
            Register(contact.Contact, told.After, seenBy);
        }

        Project(earlier?.Petition, told.After);
        Opened += earlier is null ? 1 : 0;
        Joined += earlier is not null && contacts.Count > 0 ? 1 : 0;
    }

    private bool IsKnown(LedgerEntry entry) => before.Contacts.ContainsKey(LedgerFingerprint.OfContact(entry));

    /// <summary>The petition that a group continues: same petitioner and case, and no identity number that speaks against it.</summary>
    private EarlierPetition? Earlier(LedgerGroup group, HashSet<Guid> taken) => before.Petitions[Key(vault, group)].FirstOrDefault(petition =>
        !taken.Contains(petition.Petition.Id.Id) && petition.Persons.Where(p => p.Details.Name == group.First.Petitioners[0]).All(p =>
            group.IdentityNumber is null || p.Details.IdentityNumber is null || p.Details.IdentityNumber == group.IdentityNumber));

    private StreamId NewId() => new(context.Court, Guid.CreateVersion7(context.Now));

    private Group People(LedgerGroup group, EarlierPetition? earlier, Guid petition, int[] seenBy, bool isNeeded)
    {
        if (!isNeeded)
        {
            return new Group(new Dictionary<string, PetitionerRef>(StringComparer.Ordinal), []);
        }

        var petitioners = LedgerDrafts.Petitioners(group).ToDictionary(
            p => p.Details.Name,
            p => new PetitionerRef(earlier?.Persons.FirstOrDefault(k => k.Details.Name == p.Details.Name)?.Id ?? Record(p.Kind, p.Details, seenBy), p.Capacity),
            StringComparer.Ordinal);
        foreach (var key in LedgerDrafts.Petitioners(group).SelectMany(p => vault.Keys(p.Details)))
        {
            _keys.Add((key, petition));
        }

        foreach (var phone in group.Contacts.SelectMany(c => c.Entry.Phones))
        {
            _keys.Add((vault.Key(MatchKind.Phone, PersonVault.Digits(phone)), petition));
        }

        _keys.Add((vault.Key(MatchKind.CaseNumber, group.First.CaseNumber.Text), petition));
        return new Group(petitioners, [.. LedgerDrafts.PartiesOf(group).Select(p => Record("party", p, seenBy))]);
    }

    private Guid Record(string kind, PersonDetails details, int[] seenBy)
    {
        var person = vault.Seal(Guid.CreateVersion7(context.Now), kind, details);
        _events.Append(StreamHead.New(new StreamId(context.Court, person.Id)), "person", [new DatedFact(person.Fact, today)], seenBy);
        _rows.Add(PersonRecords.Row(new StreamId(context.Court, person.Id), person, vault.Master.Id, seenBy));
        return person.Id;
    }

    private LedgerContactDraft Draft(LedgerContact ledger, Group people, EarlierPetition? earlier)
    {
        var isRepeat = ledger.Repeat || (ledger.Entry.FirstVisit is null && earlier is { Petition.Contacts.Count: > 0 });
        var entry = ledger.Entry;
        var facts = LedgerDrafts.Contact(entry, _causes, context.Now.ToOffset(ChinaDate.Offset).DateTime) with
        {
            Number = $"{today.Year}-{_code}-件{_nextContact++:0000}", Receiver = context.Actor,
            Petitioners = [.. entry.Petitioners.Select(name => people.Petitioners[name])], Parties = people.Parties,
        };
        var id = NewId();
        _contacts[entry] = id.Id;
        Contacts++;
        return new LedgerContactDraft(new Contact(id, 1, facts, [], null), isRepeat, entry.Resolved);
    }

    private PetitionOpened Opening(LedgerGroup group, Contact contact, int responsible)
    {
        var facts = contact.Facts;
        var subject = facts.Summary.Length <= 120 ? facts.Summary : facts.Summary[..120];
        Guid? handler = facts.Handler is { } name && before.Staff.TryGetValue((responsible, name), out var id) ? id : null;
        return new PetitionOpened(
            $"{today.Year}-{_code}-{_nextPetition++:0000}", responsible, group.First.Unit, facts.CaseNumber, facts.CaseText, facts.Petitioners, facts.Parties,
            handler, facts.Handler, Priority.Ordinary, subject, facts.Cause, Key(vault, group));
    }

    private void Register(Contact contact, Petition petition, int[] seenBy)
    {
        var link = new ContactJoined(petition.Id.Home, petition.Id.Id, petition.Opened.Number);
        var on = contact.Facts.ReceivedOn;
        _events.Append(StreamHead.New(contact.Id), "contact", [new DatedFact(contact.Facts, on), new DatedFact(link, on)], seenBy);
        See(contact.Id.Id, petition.Opened.Responsible);
        _rows.Add(rows.Of(contact with { Version = 2, Petitions = [link] }, petition.Opened.Responsible));
        _keys.Add((vault.Key(MatchKind.TrackingCode, vault.Master.TrackingCode(contact.Id.Id)), contact.Id.Id));
    }

    private void Project(Petition? earlier, Petition after)
    {
        if (earlier is null)
        {
            See(after.Id.Id, after.Opened.Responsible);
        }

        _rows.Add(rows.Of(after));
        foreach (var row in rows.ObligationsOf(earlier, after))
        {
            _rows.Add(row);
        }
    }

    private void See(Guid stream, int responsible) => _sight.AddRange(rows.Sight(context.Court, responsible).Select(s => (stream, s.Court, s.Ground)));

    private sealed record Group(IReadOnlyDictionary<string, PetitionerRef> Petitioners, IReadOnlyList<Guid> Parties);
}

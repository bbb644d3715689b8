using Npgsql;
using Zhixin.Attachments;
using Zhixin.Bulletins;
using Zhixin.Checks;
using Zhixin.Database.Attachments;
using Zhixin.Database.Petitions;
using Zhixin.Database.Reception;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.PlatformItems;
using Zhixin.Reception;
using Zhixin.ReportBox;
using Zhixin.Supervisions;

namespace Zhixin.Database.History;

/// <summary>A contact as its history tells it.</summary>
/// <param name="Joined">The petition into which it was registered; null when it never joined one.</param>
public sealed record FoldedContact(Contact Contact, ContactJoined? Joined);

/// <summary>A petition as its history tells it.</summary>
/// <param name="CaseNumbers">Every case number that it was ever found by.</param>
/// <param name="Petitioners">Everybody who ever approached in it.</param>
public sealed record FoldedPetition(Petition Petition, IReadOnlyList<string> CaseNumbers, IReadOnlyList<Guid> Petitioners);

/// <summary>A person's one fact.</summary>
public sealed record FoldedPerson(StreamId Id, PersonRecorded Fact, int[] SeenBy);

/// <summary>An attachment as its history tells it.</summary>
/// <param name="Responsible">The courts that answer for its matter.</param>
public sealed record FoldedAttachment(Attachment Attachment, IReadOnlyList<int> Responsible);

/// <summary>A row of <c>sight</c>.</summary>
public readonly record struct SightRow(StreamId Id, int Court, string Ground);

/// <summary>The contacts, petitions, persons, attachments, periods and supervisions of a range, folded: what every read table must say about them.</summary>
public sealed record FoldedRange(
    IReadOnlyList<FoldedContact> Contacts, IReadOnlyList<FoldedPetition> Petitions, IReadOnlyList<FoldedPerson> Persons,
    IReadOnlyList<FoldedAttachment> Attachments, IReadOnlyList<Period> Periods, IReadOnlyList<Supervision> Supervisions,
    IReadOnlyList<PlatformItem> PlatformItems, IReadOnlyList<CheckRecord> Checks, IReadOnlyList<BoxedReport> Reports, IReadOnlyList<Bulletin> Bulletins)
{
    /// <summary>Folds the streams of a range. What they refer to beyond the range is read from its own history.</summary>
    public static async Task<FoldedRange> Of(NpgsqlConnection connection, IReadOnlyList<StoredStream> streams, CancellationToken stop)
    {
        var told = streams.ToDictionary(s => s.Id, s => s.Facts.ToList());
        var contacts = streams.Where(s => s.Kind == "contact").Select(s => Contact.Fold(s.Id, told[s.Id])).ToList();
        var petitions = streams.Where(s => s.Kind == "petition").Select(s => Petition.Fold(s.Id, told[s.Id])).ToList();
        var attachments = streams.Where(s => s.Kind == AttachmentRows.Kind).Select(s => Attachment.Fold(s.Id, told[s.Id])).ToList();
        await Complete(connection, told, attachments.Select(Matter), stop);
        return new FoldedRange(
            contacts.ConvertAll(c => new FoldedContact(c, told[c.Id].Select(f => f.Fact).OfType<ContactJoined>().FirstOrDefault())),
            petitions.ConvertAll(p => new FoldedPetition(p, Cases(told[p.Id]), Petitioners(told[p.Id]))),
            [.. streams.Where(s => s.Kind == "person").Select(s => new FoldedPerson(s.Id, (PersonRecorded)told[s.Id][^1].Fact, s.Head!.SeenBy))],
            attachments.ConvertAll(a => new FoldedAttachment(a, Courts(Matter(a), told))),
            [.. streams.Where(s => s.Kind == Period.Kind).Select(s => Period.Fold(s.Id, told[s.Id]))],
            [.. streams.Where(s => s.Kind == Supervision.Kind).Select(s => Supervision.Fold(s.Id, told[s.Id]))],
            [.. streams.Where(s => s.Kind == PlatformItem.Kind).Select(s => PlatformItem.Fold(s.Id, told[s.Id]))],
            [.. streams.Where(s => s.Kind == CheckRecord.Kind).Select(s => CheckRecord.Fold(s.Id, told[s.Id]))],
            [.. streams.Where(s => s.Kind == BoxedReport.Kind).Select(s => BoxedReport.Fold(s.Id, told[s.Id]))],
            [.. streams.Where(s => s.Kind == Bulletin.Kind).Select(s => Bulletin.Fold(s.Id, told[s.Id]))]);
    }

    /// <summary>The rows that stand in <c>contact</c>.</summary>
    public IEnumerable<TableRow> ContactRows(ReadRows rows) => Contacts.Select(c => rows.Of(c.Contact, c.Contact.Courts));

    /// <summary>The rows that stand in <c>join_proposal</c>.</summary>
    public IEnumerable<TableRow> ProposalRows => Contacts.SelectMany(c => ReadRows.ProposalsOf(c.Contact));

    /// <summary>The rows that stand in <c>petition</c>.</summary>
    public IEnumerable<TableRow> PetitionRows(ReadRows rows) => Petitions.Select(p => rows.Of(p.Petition));

    /// <summary>The rows that stand beside petitions, of periods and of supervisions, in tables of their own.</summary>
    public IEnumerable<TableRow> BesideRows(ReadRows rows) => Petitions.SelectMany(p => rows.Beside(p.Petition))
        .Concat(Periods.SelectMany(p => p.Obligations.Select(o => rows.Of(p, o))))
        .Concat(Periods.Select(p => BulletinRows.Of(p, rows.SeenBy(p.Id.Home, p.Id.Home))).OfType<TableRow>())
        .Concat(Supervisions.SelectMany(rows.Supervisions.Of)).Concat(PlatformItems.SelectMany(rows.PlatformItems.Of))
        .Concat(Checks.SelectMany(rows.Checks.Of)).Concat(Reports.SelectMany(rows.Reports.Of)).Concat(Bulletins.SelectMany(rows.Bulletins.Of));

    /// <summary>The rows that stand in <c>attachment</c>.</summary>
    public IEnumerable<TableRow> AttachmentRowsOf(ReadRows rows) =>
        Attachments.Select(a => AttachmentRows.Of(a.Attachment, rows.SeenBy(a.Attachment.Id.Home, a.Responsible)));

    /// <summary>The rows that stand in <c>sight</c> for contacts, petitions and supervisions.</summary>
    public IEnumerable<SightRow> SightRows(ReadRows rows) =>
        Matters(rows).SelectMany(m => m.Sight.Select(s => new SightRow(m.Id, s.Court, s.Ground))).Distinct();

    /// <summary>The courts that <c>stream.seen_by</c> names, for contacts, petitions, attachments, periods and supervisions.</summary>
    public IEnumerable<(StreamId Id, int[] SeenBy)> SeenBy(ReadRows rows) =>
        Matters(rows).Select(m => (m.Id, m.Sight.Select(s => s.Court).Distinct().Order().ToArray()))
            .Concat(Attachments.Select(a => (a.Attachment.Id, rows.SeenBy(a.Attachment.Id.Home, a.Responsible))))
            .Concat(Periods.Select(p => (p.Id, BulletinRows.SeenBy(p, rows.SeenBy(p.Id.Home, p.Id.Home)))));

    private IEnumerable<(StreamId Id, IReadOnlyList<(int Court, string Ground)> Sight)> Matters(ReadRows rows) =>
        Contacts.Select(c => (c.Contact.Id, rows.Sight(c.Contact.Id.Home, c.Contact.Courts)))
            .Concat(Petitions.Select(p => (p.Petition.Id, rows.Sight(p.Petition)))).Concat(Supervisions.Select(s => (s.Id, rows.Supervisions.Sight(s))))
            .Concat(PlatformItems.Select(i => (i.Id, rows.PlatformItems.Sight(i)))).Concat(Checks.Select(c => (c.Id, rows.Checks.Sight(c))))
            .Concat(Reports.Select(r => (r.Id, rows.Reports.Sight(r)))).Concat(Bulletins.Select(b => (b.Id, rows.Bulletins.Sight(b))));

    private static async Task Complete(
        NpgsqlConnection connection, Dictionary<StreamId, List<DatedFact>> told, IEnumerable<StreamId> wanted, CancellationToken stop)
    {
        foreach (var stream in await StoredHistory.Load(connection, wanted.Where(id => !told.ContainsKey(id)).ToHashSet(), stop))
        {
            told[stream.Id] = [.. stream.Facts];
        }
    }

    private static IReadOnlyList<string> Cases(IEnumerable<DatedFact> petition) => [.. petition.Select(f => f.Fact switch
    {
        PetitionContactJoined joined => joined.CaseNumber,
        PetitionContactCorrected corrected => corrected.CaseNumber,
        PetitionAbsorbed absorbed => absorbed.CaseNumber,
        _ => null,
    }).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<Guid> Petitioners(IEnumerable<DatedFact> petition) => [.. petition.SelectMany(f => f.Fact switch
    {
        PetitionContactJoined joined => joined.Petitioners,
        PetitionAbsorbed absorbed => absorbed.Contacts.SelectMany(c => c.Petitioners),
        PetitionPartyReplaced { Capacity: { } capacity } replaced => [new PetitionerRef(replaced.Now, capacity)],
        _ => [],
    }).Select(p => p.Person).Distinct()];

    private static StreamId Matter(Attachment attachment) => new(attachment.Id.Home, attachment.Facts.Matter);

    private static IReadOnlyList<int> Courts(StreamId matter, Dictionary<StreamId, List<DatedFact>> told) => told.GetValueOrDefault(matter) switch
    {
        [{ Fact: PetitionOpened }, ..] and var facts => Petition.Fold(matter, facts).Involved,
        [{ Fact: ContactRegistered }, ..] and var facts => Contact.Fold(matter, facts).Courts,
        _ => throw new InvalidDataException($"No matter {matter.Home}, {matter.Id} to which an attachment belongs."),
    };
}
